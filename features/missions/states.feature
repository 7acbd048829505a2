@missions
Feature: Where a mission stands decides what can be done with it
  What a mission's state does not allow is refused, with the state and what it allows, and leaves no
  trace.

  Background:
    Given Priya runs missions at Acme

  @MIS-024 @critical @integration @requires.database @requires.stand_ins
  Scenario Outline: What can be done next depends on where a mission stands
    Given a mission "Survey of Dock 4" that is <state>
    When Priya tries to <verbs> it
    Then all of it is refused, since from <state> it can only become <possible>
    And nothing about it has changed

    Examples: each of the seven states
      | state             | verbs                              | possible                                              |
      | created           | pause, resume, stop and retry      | running                                               |
      | running           | start, resume and retry            | paused, awaiting_approval, stopped, completed and failed |
      | paused            | start, pause and retry             | running and stopped                                   |
      | awaiting_approval | start, pause, resume and retry     | running, stopped and failed                           |
      | stopped           | start, pause, resume, stop and retry | nothing                                             |
      | completed         | start, pause, resume, stop and retry | nothing                                             |
      | failed            | start, pause, resume and stop      | running                                               |

  @MIS-026 @critical @integration @requires.database @requires.stand_ins
  Scenario Outline: A mission that does not run can be deleted
    Given a mission "Survey of Dock 4" that is <state>
    When Priya deletes it
    Then it is unknown
    And PostgreSQL holds nothing of it

    Examples: not begun, or ended
      | state     |
      | created   |
      | stopped   |
      | completed |
      | failed    |

  @MIS-026 @critical @integration @requires.database @requires.stand_ins
  Scenario Outline: A mission that runs or waits cannot be deleted
    Given a mission "Survey of Dock 4" that is <state>
    When Priya tries to delete it
    Then she is refused as impossible in its present state
    And nothing about it has changed

    Examples: under way
      | state             |
      | running           |
      | paused            |
      | awaiting_approval |

  @MIS-013 @critical @contract @requires.database @requires.stand_ins
  Scenario: Who runs a mission is answered with the whole of it each time
    Given a mission "Survey of Dock 4" over 2 targets
    And its first target takes its time to answer
    When Priya starts it
    Then she is answered with the whole mission, which is running
    When she pauses it
    Then she is answered with the whole mission, which is paused
    When she resumes it
    Then she is answered with the whole mission, which is running
    When she stops it
    Then she is answered with the whole mission, which is stopped

  @MIS-013 @critical @contract @requires.database @requires.stand_ins
  Scenario: Who retries a mission is answered with the whole of it
    Given a mission "Survey of Dock 4" that is failed
    And its first target can be reached again, and takes its time to answer
    When Priya retries it
    Then she is answered with the whole mission, which is running
