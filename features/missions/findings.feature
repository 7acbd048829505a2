@missions
Feature: What was found, and what is decided about it
  Each finding says what it is, how severe, what shows it and what to do. People confirm it, fix it
  or say that it is none, and the risk of the mission follows what they decide.

  Background:
    Given Priya runs missions at Acme

  @MIS-006 @blocker @e2e @requires.database @requires.stand_ins
  Scenario: A finding is open at first, is confirmed and then fixed
    Given a mission "Round of the gates" over 1 target
    And its first target lacks a content security policy
    And it has been run
    Then its finding is open and says
      | field          | value                                                          |
      | code           | KB-002                                                         |
      | title          | No Content-Security-Policy header                              |
      | severity       | medium                                                         |
      | recommendation | Send a Content-Security-Policy that names the allowed sources. |
    And its evidence tells "answered 200 without the header Content-Security-Policy"
    When Priya marks the finding as confirmed
    Then the finding is confirmed, as Priya decided
    When she marks the finding as fixed
    Then the finding is fixed, as Priya decided

  @MIS-006 @critical @integration @requires.database @requires.stand_ins
  Scenario: Who says that a finding is none says why
    Given a mission "Round of the gates" over 1 target
    And its first target lacks a content security policy
    And it has been run
    When Priya tries to mark the finding as a false positive
    Then she is refused as incomplete, since comment is required
    And the finding is still open
    When she marks the finding as a false positive with the words "The proxy adds it"
    Then the finding is a false positive, as Priya decided, with the words "The proxy adds it"

  @MIS-020 @critical @integration @requires.database @requires.stand_ins
  Scenario Outline: What can be decided depends on what was decided before
    Given a mission "Round of the gates" over 4 targets
    And all its targets lack a content security policy
    And it has been run
    And all its findings are marked as <state>
    When Priya tries to mark them as open, confirmed, fixed and a false positive, one each
    Then exactly <possible> are accepted, and the others are refused as impossible from <state>

    Examples: every decision from every state
      | state            | possible                          |
      | open             | confirmed and a false positive    |
      | confirmed        | fixed and a false positive        |
      | fixed            | open                              |
      | a false positive | open                              |

  @MIS-020 @critical @concurrency @requires.database @requires.stand_ins
  Scenario: A decision on what has changed meanwhile is refused
    Given Sara is a supervisor at Acme
    And a mission "Round of the gates" over 1 target
    And its first target lacks a content security policy
    And it has been run
    And Sara and Priya have both read the finding
    When Sara marks the finding as confirmed
    And Priya tries to mark the finding that she read as a false positive, since "The proxy adds it"
    Then she is refused as outdated, since there is version 2 now
    When Priya tries to mark the finding that she read as fixed, naming its version in the header
    Then she is refused as outdated, since there is version 2 now
    And the finding is confirmed, as Sara decided

  @MIS-020 @critical @integration @requires.database @requires.stand_ins
  Scenario: Each decision counts the risk of the mission anew
    Given Acme knows the rule "Console without a lock" of critical severity
    And Acme knows the rule "Old protocol spoken" of high severity
    And a mission "Round of the gates" over 1 target
    And it has been run
    Then the risk of "Round of the gates" is 60
    When Priya marks the finding "Console without a lock" as a false positive with the words "A dummy"
    Then the risk of "Round of the gates" is 20
    When she marks the finding "Old protocol spoken" as confirmed
    Then the risk of "Round of the gates" is 20
    When she marks the finding "Old protocol spoken" as fixed
    Then the risk of "Round of the gates" is 0

  @MIS-020 @normal @integration @requires.database @requires.stand_ins
  Scenario: The risk of a mission is never more than 100
    Given Acme knows the rule "Console without a lock" of critical severity
    And a mission "Round of the gates" over 3 targets
    And it has been run
    Then the risk of "Round of the gates" is 100

  @MIS-018 @critical @integration @requires.database @requires.stand_ins
  Scenario: Findings come most severe first and can be narrowed down
    Given Acme knows the rule "Console without a lock" of critical severity
    And Acme knows the rule "Old protocol spoken" of high severity
    And a mission "Round of the gates" over 2 targets
    And its second target has nothing of "Old protocol spoken"
    And its first target lacks a content security policy
    And its first and its second target tell the version of their server
    And it has been run
    And Priya marks the finding "Old protocol spoken" as confirmed
    Then its findings come most severe first: critical, critical, high, medium, info and info
    And asking for its findings gives
      | asked for                   | found                                                                               |
      | severity critical           | Console without a lock at 1, Console without a lock at 2                            |
      | severity medium,info        | no content security policy at 1, the version of its server told at 1, the version of its server told at 2 |
      | severity low                |                                                                                     |
      | min_severity critical       | Console without a lock at 1, Console without a lock at 2                            |
      | min_severity medium         | Console without a lock at 1, Console without a lock at 2, Old protocol spoken at 1, no content security policy at 1 |
      | status confirmed            | Old protocol spoken at 1                                                            |
      | status fixed,false_positive |                                                                                     |
      | target 2                    | Console without a lock at 2, the version of its server told at 2                    |
      | target 2, severity info     | the version of its server told at 2                                                 |

  @MIS-019 @critical @integration @requires.database @requires.stand_ins
  Scenario: However often a target is surveyed, it has one finding for each rule
    Given a mission "Round of the gates" over 1 target
    And its first target lacks a content security policy
    And its first target falls silent after 2 answers
    When Priya starts it
    Then it fails because no target could be reached
    When its first target can be reached again
    And Priya retries it
    Then it completes
    And its findings are
      | target | what                       | severity | status |
      | 1      | no content security policy | medium   | open   |

  @MIS-034 @critical @security @requires.database @requires.stand_ins
  Scenario Outline: A finding of another mission cannot be reached through one's own
    Given Gleb runs missions at Globex
    And <owner> has a mission "Round of the gates" over 1 target
    And its first target lacks a content security policy
    And it has been run
    And Priya has a mission "Round of the sheds" over 1 target
    When Priya tries to read the finding of "Round of the gates" through "Round of the sheds"
    Then she is refused as unknown
    When she tries to confirm the finding of "Round of the gates" through "Round of the sheds"
    Then she is refused as unknown
    And the finding of "Round of the gates" is still open

    Examples: of a colleague's mission in one's own tenant, and of another tenant's
      | owner |
      | Priya |
      | Gleb  |

  @MIS-006 @normal @security @requires.database @requires.stand_ins
  Scenario Outline: Who may decide about findings
    Given a mission "Round of the gates" over 1 target
    And its first target lacks a content security policy
    And it has been run
    When Toni, <role> at Acme, tries to confirm the finding
    Then <outcome>
    And the finding is now <state>

    Examples: those who run or lead missions, and those who only look
      | role             | outcome                       | state     |
      | an operator      | she succeeds                  | confirmed |
      | a supervisor     | she succeeds                  | confirmed |
      | an administrator | she succeeds                  | confirmed |
      | a viewer         | she is refused as not allowed | open      |
      | a worker         | she is refused as not allowed | open      |
