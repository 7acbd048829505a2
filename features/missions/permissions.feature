@missions
Feature: Who may do what with a mission
  Operators run missions. Who may only look can read them, and what belongs to another tenant
  does not exist.

  Background:
    Given Priya runs missions at Acme
    And a mission "Survey of Dock 4" over 1 target

  @smoke @MIS-032 @blocker @security @requires.database @requires.stand_ins
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
      | verb   | outcome                    |
      | read   | she succeeds               |
      | start  | she is refused as not allowed |
      | pause  | she is refused as not allowed |
      | resume | she is refused as not allowed |
      | stop   | she is refused as not allowed |
      | rename | she is refused as not allowed |
      | delete | she is refused as not allowed |

  @MIS-032 @critical @security @requires.database @requires.stand_ins
  Scenario: Somebody who may only look cannot create a mission
    When Vera, a viewer at Acme, tries to create a mission "Survey of the canteen"
    Then she is refused as not allowed
    And Acme has no mission "Survey of the canteen"
