@plugins
Feature: Mail in a tenant's own name
  Where a tenant's mail branding is on, its notifications are mailed from an address of its own.

  Background:
    Given Ada is an administrator at Acme
    And Olga is an operator at Acme
    And Sara is a supervisor at Acme

  @PLG-008 @blocker @e2e @requires.database @requires.queue @requires.mail
  Scenario: The notification mails of a tenant come in its own name, and those of others do not
    Given Gleb is an operator at Globex
    And Gina is a supervisor at Globex
    And Ada has switched on the mail branding with
      | field          | value               |
      | from_address   | dock@acme.example   |
      | from_name      | Hands, dock & crane |
      | subject_prefix | [Acme]              |
    And Olga has submitted the order "Repair of the crane" as follows
      | field     | value |
      | approvers | Sara  |
    And Gleb has submitted the order "Repair of the pump" as follows
      | field     | value |
      | approvers | Gina  |
    Then Sara is mailed "[Acme] Approval wanted: Repair of the crane" by "Hands, dock & crane" from "dock@acme.example"
    And Gina is mailed "Approval wanted: Repair of the pump" by nobody in particular

  @PLG-008 @critical @integration @requires.database @requires.queue @requires.mail
  Scenario: Only the address is needed, and all is as ever once it is switched off
    Given Ada has switched on the mail branding with
      | field        | value             |
      | from_address | dock@acme.example |
      | from_name    | (left out)        |
    And Olga has submitted the order "Repair of the crane" as follows
      | field     | value |
      | approvers | Sara  |
    Then Sara is mailed "Approval wanted: Repair of the crane" by "" from "dock@acme.example"
    Given Ada has switched off the mail branding
    And Olga has submitted the order "Repair of the pump" as follows
      | field     | value |
      | approvers | Sara  |
    Then Sara is mailed "Approval wanted: Repair of the pump" by nobody in particular
