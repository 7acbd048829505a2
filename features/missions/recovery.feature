@missions
Feature: Missions outlive what goes wrong
  A mission of which nobody answered can be tried again, and neither a lost worker nor a restart
  costs a mission its place.

  Background:
    Given Priya runs missions at Acme

  @MIS-008 @blocker @e2e @requires.database @requires.stand_ins
  Scenario: A mission that reached nobody succeeds once its targets are back
    Given a mission "Round of the lighthouses" over 2 targets
    And its first and its second target are switched off
    When Priya starts it
    Then it fails because no target could be reached
    And its targets are unreachable and unreachable
    When its first and its second target can be reached again
    And Priya retries it
    Then it completes
    And its targets are surveyed and surveyed
    And it gives no reason any more

  @MIS-014 @critical @integration @requires.database @requires.stand_ins
  Scenario: The time of the first start stays through pause and resume
    Given a mission "Survey of Dock 4" over 1 target
    And its first target takes its time to answer
    And Priya has started "Survey of Dock 4"
    And the time of its start is noted
    When she pauses it
    And she resumes it
    Then the time of its start is as it was

  @MIS-014 @critical @integration @requires.database @requires.stand_ins
  Scenario: The time of the first start stays when a mission is tried again
    Given a mission "Survey of Dock 4" that is failed
    And the time of its start is noted
    And its first target can be reached again
    When Priya retries it
    Then it completes
    And the time of its start is as it was
    And its times of creation, start, end and last change are in UTC and in this order

  @MIS-039 @critical @chaos @requires.database @requires.stand_ins @requires.restart
  Scenario: After a restart all missions are there, and a running one goes on to its end
    Given a mission "Survey of Dock 1" that is created
    And a mission "Survey of Dock 2" that is paused
    And a mission "Survey of Dock 3" that is completed
    And a mission "Survey of Dock 4" that is running
    When the platform is restarted
    Then the missions are listed as
      | mission          | state     |
      | Survey of Dock 1 | created   |
      | Survey of Dock 2 | paused    |
      | Survey of Dock 3 | completed |
      | Survey of Dock 4 | running   |
    When the first target of "Survey of Dock 4" answers
    Then "Survey of Dock 4" completes

  @MIS-040 @critical @chaos @requires.database @requires.stand_ins @requires.faults
  Scenario: A mission whose worker is lost goes on with another and finds everything once
    Given a mission "Survey of Dock 4" over 3 targets
    And all its targets lack a content security policy
    And its second target takes its time to answer
    And Priya has started "Survey of Dock 4"
    And its first target has been surveyed, and its second is just being asked
    When the worker is killed
    And its second target answers
    And another worker comes
    Then within 30 seconds it completes
    And its first and its third target were asked exactly once for each rule
    And its findings are
      | target | what                       | severity | status |
      | 1      | no content security policy | medium   | open   |
      | 2      | no content security policy | medium   | open   |
      | 3      | no content security policy | medium   | open   |

  @MIS-008 @normal @integration @requires.database @requires.stand_ins @requires.clock
  Scenario: A retry asks nobody again who was surveyed
    Given a mission "Round of the lighthouses" over 2 targets that may run for 1 minute
    And its second target takes its time to answer
    And Priya has started it
    And its first target has been surveyed, and its second is just being asked
    When 2 minutes pass
    And its second target answers
    Then it fails because its time was over
    When Priya retries it
    Then it completes
    And its first target was asked exactly once for each rule
