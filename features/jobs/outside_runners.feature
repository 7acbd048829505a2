@jobs
Feature: Jobs of outside runners
  A job can be done by somebody else's machine, which reports how far it is and how it ended.

  Background:
    Given Priya runs missions at Acme

  @JOB-004 @JOB-018 @critical @integration @requires.database
  Scenario: What a runner reports stands in its job
    Given Priya has the job "Night run" of an outside runner
    When Priya's runner reports of the job
      | status  | progress | current_step    |
      | running | 25       | Counting lamps  |
    Then the job reads
      | status  | progress | current_step   | attempt | completed_at | result | error |
      | running | 25       | Counting lamps | 1       | null         | null   | null  |
    And how far the job is can be read as
      | status  | progress | current_step   | is_active | is_terminal | queue_state |
      | running | 25       | Counting lamps | true      | false       | not_queued  |
    And PostgreSQL holds the job as it is answered

  @JOB-005 @JOB-018 @critical @integration @requires.database
  Scenario: A job that is reported completed is at 100 percent, with its result and how long it took
    Given Priya has the job "Night run", which is running
    When Priya's runner reports of the job
      | status    | result                                               |
      | completed | {"lamps": [1, {"où": null}], "東": 2.5, "lit": true} |
    Then the job reads
      | status    | progress | result                                               | error |
      | completed | 100      | {"lamps": [1, {"où": null}], "東": 2.5, "lit": true} | null  |
    And the job has lasted from its start to its end
    And PostgreSQL holds the job as it is answered

  @JOB-006 @JOB-018 @critical @integration @requires.database
  Scenario: A job that is reported failed stays where it was, says why and has no result
    Given Priya has the job "Night run", which is running
    When Priya's runner reports of the job
      | status | error                                              |
      | failed | {"code": "dark", "message": "The lamps went out."} |
    Then the job reads
      | status | progress | error                                              | result |
      | failed | 50       | {"code": "dark", "message": "The lamps went out."} | null   |
    And the job has lasted from its start to its end
    And PostgreSQL holds the job as it is answered

  @JOB-025 @critical @integration @requires.database
  Scenario: Progress never goes down
    Given Priya has the job "Night run", which is running
    When Priya's runner tries to report of the job
      | progress |
      | 49       |
    Then she is refused as impossible in its present state
    And nothing about the job has changed
    When Priya's runner tries to report of the job
      | progress | current_step |
      | 50       | Still half   |
    Then she succeeds
    When Priya's runner tries to report of the job
      | progress | status    | result |
      | 49       | completed | {}     |
    Then she is refused as incomplete, since progress is not allowed
    And nothing about the job has changed

  @JOB-033 @critical @contract @requires.database
  Scenario: A report that cannot be changes nothing
    Given Priya has the job "Night run", which is running
    Then each of these reports of Priya's runner on the job is refused, and changes nothing
      | status    | progress | result | error                      | refused as                   |
      |           | 150      |        |                            | progress is out_of_range     |
      |           | -1       |        |                            | progress is out_of_range     |
      |           | 60.5     |        |                            | progress is type             |
      | asleep    |          |        |                            | status is not_allowed        |
      | pending   |          |        |                            | status is not_allowed        |
      | cancelled |          |        |                            | status is not_allowed        |
      | completed |          |        |                            | result is required           |
      | failed    |          |        |                            | error is required            |
      | completed |          | [1]    |                            | result is type               |
      | failed    |          |        | {"code": "dark"}           | error.message is required    |
      | running   |          | {}     |                            | result is not_allowed        |
      |           |          |        | {"code": "a", "message": "b"} | error is not_allowed      |

  @JOB-037 @critical @integration @requires.database @requires.queue
  Scenario: What the platform itself does nobody else reports of
    Given Priya has the job "Night run"
    When Priya's runner tries to report of the job
      | status  |
      | running |
    Then she is refused as impossible in its present state
    And nothing about the job has changed
    Given Priya has the job "Long run", which takes its time
    When Priya's runner tries to report of the job "Long run"
      | status    | result |
      | completed | {}     |
    Then she is refused as impossible in its present state
    And the job "Long run" is still running

  @JOB-004 @normal @concurrency @requires.database
  Scenario: Of two ends that are reported at the same moment one counts
    Given Priya has the job "Night run", which is running
    When Priya's runners report of the job that it is done and that it failed, at the same moment
    Then exactly 1 of them is accepted
    And the other 1 is refused as impossible in its present state
    And the job has ended as the accepted report says
