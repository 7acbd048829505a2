@tenancy
Feature: Tenants know nothing of each other
  What belongs to another tenant does not exist: it is in no list, and whoever knows its id gets
  the same answer as for an id that nobody has.

  Background:
    Given Priya runs missions at Acme
    And a mission "Survey of Dock 4" over 1 target

  @smoke @TEN-026 @blocker @security @requires.database @requires.stand_ins
  Scenario: Another tenant's mission is in no list and cannot be read
    Given Gleb runs missions at Globex
    Then Priya finds "Survey of Dock 4" among the missions
    And Gleb finds no missions at all
    When Gleb tries to read "Survey of Dock 4"
    Then he is refused exactly as for a mission that nobody has

  @TEN-026 @MIS-033 @blocker @security @requires.database @requires.stand_ins
  Scenario Outline: Another tenant's mission can be neither changed nor deleted
    Given Gleb runs missions at Globex
    When Gleb tries to <verb> "Survey of Dock 4"
    Then he is refused exactly as for a mission that nobody has
    And nothing about "Survey of Dock 4" has changed for Priya

    Examples: everything that can be done to a record
      | verb   |
      | rename |
      | delete |
      | start  |
      | pause  |
      | resume |
      | stop   |
      | retry  |

  @MIS-033 @blocker @security @requires.database @requires.stand_ins
  Scenario: Nothing that belongs to another tenant's mission can be read
    Given Gleb runs missions at Globex
    When Gleb tries to read everything about "Survey of Dock 4"
    Then all of it is refused exactly as for a mission that nobody has

  @TEN-026 @blocker @security @requires.database @requires.stand_ins
  Scenario: Nothing of another tenant can be had, changed or removed by its id
    Given Acme has a record of each kind
    And Gleb is an administrator at Globex
    And what Acme has is noted
    Then none of what Acme has exists for Gleb, whatever is done to it by its id
    And what Acme has is as it was

  @TEN-027 @TEN-028 @blocker @security @requires.database @requires.stand_ins
  Scenario: Nothing of another tenant is in a list, a search or a number
    Given Acme has a record of each kind
    And Ada is an administrator at Acme
    And Nadia has registered the tenant "Harbour North"
    Then Ada finds each of them by its name
    And none of what Acme has is in a list, a search or a number of Nadia

  @TEN-030 @blocker @security @requires.database @requires.stand_ins
  Scenario: Nothing can be made to point to what another tenant has
    Given Acme has a record of each kind
    And Globex has a record of each kind
    And Gleb is an administrator at Globex
    And what Globex has is noted
    Then nothing of Gleb can be made to point to what Acme has
    And what Globex has is as it was

  @TEN-029 @critical @security @requires.database
  Scenario: The list of people shows those of the own tenant, and of a site only those
    Given Acme has the site "Dock 4"
    And Toni, a worker at Acme, works at "Dock 4"
    And Tara, a worker at Acme, works at no site
    And Globex has the site "Mill"
    And Greta, a worker at Globex, works at "Mill"
    And Ada is an administrator at Acme
    Then Ada finds exactly the people of Acme
    And at "Dock 4" Ada finds Toni and nobody else
    And at "Mill" Ada finds nobody
    And at a site that nobody has Ada finds nobody
