@missions
Feature: How many missions a tenant may have
  Each tenant has a number of missions a month and a number that may run at once. Both hold
  exactly, however many people ask at the same moment.

  Background:
    Given Priya runs missions at Acme

  @MIS-028 @critical @integration @requires.database @requires.platform_key @requires.clock
  Scenario: A tenant that has used its missions of the month can create again in the next
    Given Acme may create 1 mission a month
    And a mission "First round" over 1 target
    When Priya tries to create a mission "Second round"
    Then she is refused as not allowed, since the mission quota is reached
    And Acme has no mission "Second round"
    When the last minute of the month begins
    And Priya tries to create a mission "Second round"
    Then she is refused as not allowed, since the mission quota is reached
    When 1 minute passes
    And Priya tries to create a mission "Second round"
    Then she succeeds

  @MIS-029 @critical @integration @requires.database @requires.platform_key @requires.stand_ins
  Scenario: A tenant with as many running missions as it may have starts another when one has ended
    Given Acme may have 1 mission running
    And a mission "First round" that is running
    And a mission "Second round" that is created
    When Priya tries to start "Second round"
    Then she is refused as impossible, since too many missions are running
    And nothing about "Second round" has changed
    When Priya stops "First round"
    And she starts "Second round"
    Then it completes

  @MIS-029 @critical @integration @requires.database @requires.platform_key @requires.stand_ins
  Scenario Outline: Neither resuming nor retrying gets past the limit of running missions
    Given a mission "First round" that is <state>
    And Acme may have 1 mission running
    And a mission "Second round" that is running
    When Priya tries to <verb> "First round"
    Then she is refused as impossible, since too many missions are running
    And nothing about "First round" has changed

    Examples: what would make it run again
      | state  | verb   |
      | paused | resume |
      | failed | retry  |

  @MIS-029 @normal @concurrency @requires.database @requires.platform_key @requires.stand_ins
  Scenario: Of six missions started at once as many run as may
    Given Acme may have 2 missions running
    And 6 missions whose targets take their time to answer
    When Priya starts all of them at the same moment
    Then exactly 2 of them are accepted
    And the other 4 are refused as impossible, since too many missions are running
    And Priya's missions are 2 that are running and 4 that are created

  @MIS-036 @critical @concurrency @requires.database @requires.platform_key
  Scenario: Of twenty missions created at once exactly as many are created as are left
    Given Acme may create 5 missions a month
    When Priya creates 20 missions at the same moment
    Then exactly 5 of them are accepted
    And the other 15 are refused as not allowed, since the mission quota is reached
    And Acme has exactly 5 missions

  @MIS-029 @normal @integration @requires.database @requires.platform_key @requires.stand_ins
  Scenario: A mission that waits for approval counts as running
    Given Acme may have 1 mission running
    And Acme knows the risky rule "Reset of the controller"
    And a mission "First round" over 1 target with the rule "Reset of the controller" alone
    And "First round" waits for approval
    And a mission "Second round" that is created
    When Priya tries to start "Second round"
    Then she is refused as impossible, since too many missions are running

  @MIS-028 @critical @integration @requires.database @requires.platform_key
  Scenario: A mission counts for its month even when it is deleted
    Given Acme may create 1 mission a month
    And a mission "First round" over 1 target
    When Priya deletes it
    And Priya tries to create a mission "Second round"
    Then she is refused as not allowed, since the mission quota is reached

  @MIS-028 @MIS-036 @critical @integration @requires.database @requires.platform_key
  Scenario: An attempt that is refused does not count for the month
    Given Acme may create 1 mission a month
    When Priya tries to create a mission "First round" over ftp://dock.example
    Then she is refused as incomplete, since its first entry is malformed
    When Priya tries to create a mission "Second round"
    Then she succeeds

  @MIS-029 @critical @integration @requires.database @requires.stand_ins @requires.platform_key
  Scenario: Each tenant's running missions count for itself alone
    Given Gleb runs missions at Globex
    And Gleb has a mission "Survey of the mill" over 1 target
    And its first target takes its time to answer
    And Gleb has started "Survey of the mill"
    And Acme may have 1 mission running
    And Priya has a mission "Survey of Dock 4" over 1 target
    When Priya tries to start "Survey of Dock 4"
    Then she succeeds
