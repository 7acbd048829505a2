@missions
Feature: The life of a mission
  An operator surveys named targets with a mission. It can be held, taken up again and ended at
  any time, and everybody who watches sees each change as it happens.

  Background:
    Given Priya runs missions at Acme
    And a mission "Survey of Dock 4" over 3 targets

  @smoke @MIS-001 @blocker @e2e @requires.database @requires.stand_ins
  Scenario: A mission runs from its start to its end
    Given Priya watches "Survey of Dock 4"
    When she starts it
    Then it completes
    And each of its targets was surveyed
    And she saw it pass the phases surveying, analysing and reporting
    And it stands at 100 percent

  @smoke @MIS-002 @blocker @e2e @requires.database @requires.stand_ins
  Scenario: A mission is started, held, taken up again and ended
    Given its second target takes its time to answer
    Then "Survey of Dock 4" is created
    When Priya starts it
    Then it is running
    When she pauses it
    Then it is paused
    When she resumes it
    Then it is running
    When she stops it
    Then it is stopped

  @smoke @MIS-007 @blocker @e2e @requires.database @requires.queue @requires.stand_ins
  Scenario: A held mission leaves its targets alone and goes on where it was
    Given its second and its third target take their time to answer
    And Priya has started "Survey of Dock 4"
    And its first target has been surveyed, and its second is just being asked
    When she pauses it
    And its second target answers
    Then no target is asked anything more
    When she resumes it
    And its third target answers
    Then it completes
    And each target was asked exactly once for each rule

  @MIS-015 @critical @e2e @requires.database @requires.stand_ins
  Scenario: Ending a mission keeps what it found
    Given its first target tells the version of its server
    And its second target takes its time to answer
    And Priya has started "Survey of Dock 4"
    And its first target has been surveyed, and its second is just being asked
    When she stops it
    Then it is stopped, with the time at which that was
    And its targets are surveyed, skipped and skipped
    And its findings are
      | target | what                           | severity | status |
      | 1      | the version of its server told | info     | open   |

  @MIS-015 @critical @e2e @requires.database @requires.stand_ins
  Scenario: A mission that was ended can be neither ended again nor taken up
    Given its second target takes its time to answer
    And Priya has started "Survey of Dock 4"
    When she stops it
    And she tries to stop it once more
    Then she is refused, since a stopped mission can become nothing else
    When she tries to resume it
    Then she is refused, since a stopped mission can become nothing else
    And nothing about it has changed

  @MIS-035 @critical @concurrency @requires.database @requires.queue @requires.stand_ins
  Scenario: Of eight who start a mission at once one succeeds
    When 8 starts of "Survey of Dock 4" are sent at the same moment
    Then exactly 1 of them is accepted
    And the other 7 are refused as impossible in its present state
    And it completes
    And each target was asked exactly once for each rule

  @MIS-007 @critical @integration @requires.database @requires.stand_ins @requires.clock
  Scenario: The time that a mission is held does not count for how long it may run
    Given a mission "Round of the lighthouses" over 2 targets that may run for 1 minute
    And its second target takes its time to answer
    And Priya has started it
    And its first target has been surveyed, and its second is just being asked
    When she pauses it
    And 5 minutes pass
    And she resumes it
    And its second target answers
    Then it completes
