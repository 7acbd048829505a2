@missions
Feature: What a survey tells
  A mission asks its targets one after the other, holds what they answer against the tenant's
  knowledge, and says what it found, what it reached and what it could not reach.

  Background:
    Given Priya runs missions at Acme

  @MIS-005 @critical @integration @requires.database @requires.stand_ins
  Scenario: The targets are surveyed in the order in which they were named
    Given a mission "Round of the berths" over 5 targets
    When Priya starts it
    Then it completes
    And its targets were asked in the order in which they were named
    And its statistics say that 5 of 5 targets were surveyed

  @MIS-038 @critical @e2e @requires.database @requires.stand_ins
  Scenario: A mission is completed although one of its targets is switched off
    Given a mission "Round of the cranes" over 3 targets
    And its second target is switched off
    And its first and its third target lack a content security policy
    When Priya starts it
    Then it completes
    And its targets are surveyed, unreachable and surveyed
    And its findings are
      | target | what                       | severity | status |
      | 1      | no content security policy | medium   | open   |
      | 3      | no content security policy | medium   | open   |

  @MIS-038 @critical @integration @requires.database @requires.stand_ins
  Scenario: A target that does not answer twice and then does is surveyed
    Given a mission "Round of the cranes" over 1 target
    And its first target does not answer the first 2 times
    And it has been run
    Then its targets are surveyed

  @MIS-041 @critical @e2e @alone @requires.database @requires.stand_ins
  Scenario: A mission of which no target answers says why it failed
    Given a mission "Round of the lighthouses" over 2 targets
    And its first and its second target are switched off
    When Priya starts it
    Then she has her answer within 2 seconds
    And it fails because no target could be reached

  @MIS-041 @normal @performance @alone @requires.database @requires.stand_ins
  Scenario: A mission is started without waiting for its targets
    Given a mission "Round of the slow ones" over 2 targets
    And its first target takes its time to answer
    When Priya starts it
    Then she has her answer within 2 seconds
    And it is running

  @MIS-016 @normal @integration @requires.database @requires.stand_ins
  Scenario Outline: Each goal of a completed mission is said to be achieved or missed
    Given a mission "Round of the gates" over 2 targets with the goal <goal>
    And <circumstance>
    When Priya starts it
    Then it completes
    And its goal <goal> is <result>

    Examples: what the gates answer decides
      | goal                 | circumstance                        | result   |
      | reach_all_targets    | all its targets are as they should be | achieved |
      | reach_all_targets    | its second target is switched off   | missed   |
      | no_high_findings     | all its targets are as they should be | achieved |
      | no_critical_findings | its second target is switched off   | achieved |
      | no_high_findings     | Acme knows the rule "Gate left open" of high severity | missed |
      | no_critical_findings | Acme knows the rule "Gate left open" of high severity | achieved |
      | report               | all its targets are as they should be | achieved |

  @MIS-017 @normal @integration @requires.database @requires.stand_ins
  Scenario: The statistics agree with what can be listed
    Given a mission "Round of the sheds" over 3 targets with the goal reach_all_targets
    And its second target is switched off
    And its first target tells the version of its server
    When Priya starts it
    Then it completes
    And its statistics agree with its lists
    And its statistics are
      | figure              | value |
      | targets_total       | 3     |
      | targets_surveyed    | 2     |
      | targets_unreachable | 1     |
      | steps_total         | 9     |
      | steps_done          | 6     |
      | steps_skipped       | 3     |
      | findings_total      | 1     |
      | approvals_pending   | 0     |
      | goals_achieved      | 0     |
