@missions
Feature: Risky steps are asked for first
  A rule of high risk is applied only once somebody who may decide has approved it. Until then the
  mission waits, and nothing of that step reaches the target.

  Background:
    Given Priya runs missions at Acme
    And Sara is a supervisor at Acme
    And Acme knows the risky rule "Reset of the controller"
    And a mission "Survey of Dock 4" over 2 targets with the rule "Reset of the controller" alone

  @smoke @MIS-004 @blocker @e2e @requires.database @requires.stand_ins
  Scenario: A risky step is done only once a supervisor has approved it
    When Priya starts it
    Then it waits for approval of "Reset of the controller" at its first target
    And no target was asked for "Reset of the controller"
    When Sara approves it
    Then it waits for approval of "Reset of the controller" at its second target
    When Sara approves it
    Then it completes
    And its first and its second target were asked exactly once for "Reset of the controller"

  @MIS-010 @critical @contract @requires.database @requires.stand_ins
  Scenario Outline: Who decides is answered with the decision, and the mission runs on
    Given a mission "Round of the cranes" over 2 targets
    And "Round of the cranes" waits for approval
    And its first and its second target take their time to answer
    When Sara <decides> it with the words "Tide is out"
    Then she is answered with the decision: <decision>, by her, with the words "Tide is out"
    And "Round of the cranes" is running

    Examples: both decisions
      | decides  | decision |
      | approves | approved |
      | rejects  | rejected |

  @MIS-011 @critical @e2e @requires.database @requires.stand_ins
  Scenario: After a rejection the risky step is left out and the mission goes on
    Given "Survey of Dock 4" waits for approval
    When Sara rejects it with the words "Ships are unloading"
    Then it waits for approval of "Reset of the controller" at its second target
    When Sara approves it
    Then it completes
    And its first target was never asked for "Reset of the controller"
    And its findings are
      | target | what                    | severity | status |
      | 2      | Reset of the controller | high     | open   |
    And its statistics are
      | figure            | value |
      | steps_total       | 2     |
      | steps_done        | 1     |
      | steps_skipped     | 1     |
      | approvals_pending | 0     |

  @MIS-011 @normal @integration @requires.database @requires.stand_ins
  Scenario Outline: A rejection needs a reason
    Given "Survey of Dock 4" waits for approval
    When Sara tries to reject it with <reason>
    Then she is refused as incomplete, since <what is wrong>
    And the approval is still pending

    Examples: too little and too much
      | reason                      | what is wrong       |
      | no reason                   | reason is required  |
      | a reason of 0 characters    | reason is too short |
      | a reason of 1001 characters | reason is too long  |

  @MIS-011 @minor @integration @requires.database @requires.stand_ins
  Scenario Outline: A reason may be as short as one character and as long as a thousand
    Given "Survey of Dock 4" waits for approval
    When Sara tries to reject it with <reason>
    Then she succeeds
    And the approval is now rejected

    Examples: the last that are allowed
      | reason                      |
      | a reason of 1 character     |
      | a reason of 1000 characters |

  @MIS-012 @critical @e2e @requires.database @requires.stand_ins @requires.clock
  Scenario Outline: A risky step that nobody decides in time is left out
    Given a mission "Round of the cranes" over 1 target, whose approvals are open for <said>
    And "Round of the cranes" waits for approval
    When <time> pass
    Then it completes
    And the approval is now expired
    And no target was asked for "Reset of the controller"
    When Sara tries to approve it
    Then she is refused, since an expired approval can become nothing else

    Examples: what the mission says, and what holds where it says nothing
      | said           | time       |
      | the usual time | 24 hours   |
      | 60 seconds     | 60 seconds |

  @MIS-012 @normal @integration @requires.database @requires.stand_ins @requires.clock
  Scenario: Until its time is up a risky step can be approved
    Given a mission "Round of the cranes" over 1 target, whose approvals are open for the usual time
    And "Round of the cranes" waits for approval
    Then the approval is open for 24 hours
    When 1439 minutes pass
    And Sara approves it
    Then it completes
    And its first target was asked exactly once for "Reset of the controller"

  @MIS-031 @critical @security @requires.database @requires.stand_ins
  Scenario Outline: Deciding is for supervisors and administrators
    Given "Survey of Dock 4" waits for approval
    When Toni, <role> at Acme, tries to <decide> it
    Then <outcome>
    And the approval is now <state>

    Examples: who may
      | role             | decide  | outcome     | state    |
      | a supervisor     | approve | she succeeds | approved |
      | a supervisor     | reject  | she succeeds | rejected |
      | an administrator | approve | she succeeds | approved |
      | an administrator | reject  | she succeeds | rejected |

    Examples: who may not
      | role          | decide  | outcome                       | state   |
      | an operator   | approve | she is refused as not allowed | pending |
      | an operator   | reject  | she is refused as not allowed | pending |
      | a viewer      | approve | she is refused as not allowed | pending |
      | a viewer      | reject  | she is refused as not allowed | pending |
      | a worker      | approve | she is refused as not allowed | pending |
      | a salesperson | approve | she is refused as not allowed | pending |
      | a verifier    | approve | she is refused as not allowed | pending |

  @MIS-037 @critical @concurrency @requires.database @requires.stand_ins
  Scenario: Of two who decide at the same moment one succeeds, and that decision stands
    Given Tom is a supervisor at Acme
    And "Survey of Dock 4" waits for approval
    When Sara approves and Tom rejects it at the same moment
    Then exactly 1 of them is accepted
    And the other 1 is refused as impossible in its present state
    And the decision that was accepted stands

  @MIS-037 @critical @integration @requires.database @requires.stand_ins
  Scenario Outline: What was decided cannot be decided again
    Given Tom is a supervisor at Acme
    And "Survey of Dock 4" waits for approval
    And Sara <decides> it with the words "Tide is out"
    When Tom tries to <decide> the same once more
    Then he is refused, since <state> approval can become nothing else
    And the decision of Sara stands

    Examples: the same again, and the opposite
      | decides  | decide  | state       |
      | approves | approve | an approved |
      | approves | reject  | an approved |
      | rejects  | approve | a rejected  |

  @MIS-004 @critical @e2e @requires.database @requires.stand_ins
  Scenario: A mission that is ended while it waits asks for nothing any more
    Given "Survey of Dock 4" waits for approval
    When Priya stops it
    Then it is stopped, with the time at which that was
    And the approval is now expired
    And no target was asked for "Reset of the controller"

  @MIS-004 @critical @integration @requires.database @requires.stand_ins
  Scenario: Each risky rule is asked for by itself
    Given Acme knows the risky rule "Reset of the pumps"
    And a mission "Round of the pumps" over 1 target
    And "Round of the pumps" waits for approval
    When Sara approves it
    Then it waits for approval of "Reset of the pumps" at its first target
    And no target was asked for "Reset of the pumps"
