@missions
Feature: Who may do what with a mission
  Operators run missions. Who may only look can read them, and what belongs to another tenant
  does not exist.

  Background:
    Given Priya runs missions at Acme
    And a mission "Survey of Dock 4" over 1 target

  @MIS-032 @blocker @security @requires.database @requires.stand_ins
  Scenario: Somebody who may only look cannot end a mission
    Given its first target takes its time to answer
    And Priya has started "Survey of Dock 4"
    When Vera, a viewer at Acme, tries to stop it
    Then she is refused as not allowed
    And "Survey of Dock 4" is still running

  @MIS-032 @critical @security @requires.database @requires.stand_ins
  Scenario Outline: Somebody who may only look can read a mission, and nothing else
    When Vera, a viewer at Acme, tries to <verb> "Survey of Dock 4"
    Then <outcome>
    And nothing about "Survey of Dock 4" has changed

    Examples: everything that can be done to a mission
      | verb   | outcome                       |
      | read   | she succeeds                  |
      | start  | she is refused as not allowed |
      | pause  | she is refused as not allowed |
      | resume | she is refused as not allowed |
      | stop   | she is refused as not allowed |
      | retry  | she is refused as not allowed |
      | rename | she is refused as not allowed |
      | delete | she is refused as not allowed |

  @MIS-032 @critical @security @requires.database @requires.stand_ins
  Scenario: Somebody who may only look cannot create a mission
    When Vera, a viewer at Acme, tries to create a mission "Survey of the canteen"
    Then she is refused as not allowed
    And Acme has no mission "Survey of the canteen"

  @MIS-032 @critical @security @requires.database @requires.stand_ins
  Scenario Outline: Running missions is for operators and administrators
    When Toni, <role> at Acme, tries to <verb> "Survey of Dock 4"
    Then <outcome>
    And "Survey of Dock 4" is still created

    Examples: every role
      | role             | verb  | outcome                       |
      | an administrator | read  | she succeeds                  |
      | a supervisor     | read  | she succeeds                  |
      | a supervisor     | start | she is refused as not allowed |
      | a worker         | read  | she is refused as not allowed |
      | a worker         | start | she is refused as not allowed |
      | a salesperson    | read  | she is refused as not allowed |
      | a verifier       | read  | she is refused as not allowed |

  @MIS-034 @critical @security @requires.database @requires.stand_ins
  Scenario Outline: What a mission asks for cannot be decided through another
    Given <other> is an administrator at <tenant>
    And Acme knows the risky rule "Reset of the controller"
    And a mission "Survey of Dock 5" over 1 target with the rule "Reset of the controller" alone
    And "Survey of Dock 5" waits for approval
    And <other> has a mission "Survey of the mill" over 1 target
    When <other> tries to <decide> what "Survey of Dock 5" asks for through "Survey of the mill"
    Then <pronoun> is refused as unknown
    And what "Survey of Dock 5" asks for is still pending

    Examples: somebody of the same tenant, and of another
      | other | tenant | decide  | pronoun |
      | Ada   | Acme   | approve | she     |
      | Ada   | Acme   | reject  | she     |
      | Gita  | Globex | approve | she     |
