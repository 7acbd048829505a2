@jobs
Feature: Cancelling jobs
  A job can be cancelled as long as it has not ended. What waits is never begun, and what runs stops
  within seconds.

  Background:
    Given Priya runs missions at Acme
    And Priya has the project "Lamps of the harbour"

  @JOB-007 @JOB-023 @JOB-018 @blocker @e2e @requires.database @requires.queue @requires.clock
  Scenario: A job that is cancelled before its delay is over is never begun
    Given Priya has the job "Night run"
    And Priya has dispatched the job with a delay of 1 hour
    When Priya cancels the job
    Then the job reads
      | status    | started_at | duration_seconds | result | error | progress |
      | cancelled | null       | null             | null   | null  | 0        |
    And PostgreSQL holds the job as it is answered
    When 2 hours pass
    Then the job stays as it was left, now that no work is in hand
    And there is no analysis

  @JOB-023 @critical @integration @requires.database @requires.queue
  Scenario: A job that is cancelled while it waits behind a busy worker is never begun
    Given jobs of Priya's that take their time keep the whole worker busy
    And Priya has the job "Night run"
    And Priya has dispatched the job
    When Priya cancels the job "Night run"
    Then the job reads
      | status    | started_at | duration_seconds |
      | cancelled | null       | null             |
    When the jobs that take their time are cancelled
    Then the job "Night run" stays as it was left, now that no work is in hand

  @JOB-022 @blocker @e2e @requires.database @requires.queue
  Scenario: A running job that is cancelled stops, and stays where it was
    Given Priya has the job "Long run", which takes its time
    When Priya cancels the job
    Then the job reads
      | status    | progress | current_step      | result | error |
      | cancelled | 33       | Repository 1 of 3 | null   | null  |
    And within 5 seconds no work is in hand any more
    And the job stays as it was left, now that no work is in hand
    And there is 1 analysis

  @JOB-021 @JOB-008 @critical @integration @requires.database @requires.queue
  Scenario: How far a cancelled or failed job was can still be read
    Given Priya has the job "Long run", which takes its time
    Then how far the job is can be read as
      | status  | progress | current_step      | is_active | is_terminal | queue_state | completed_at |
      | running | 33       | Repository 1 of 3 | true      | false       | started     | null         |
    When Priya cancels the job
    Then how far the job is can be read as
      | status    | progress | current_step      | is_active | is_terminal | queue_state |
      | cancelled | 33       | Repository 1 of 3 | false     | true        | revoked     |
    Given Priya has the job "Night run" over a repository that cannot be read
    Then how far the job is can be read as
      | status | progress | current_step | is_active | is_terminal | queue_state |
      | failed | 50       | Analysing    | false     | true        | failed      |

  @JOB-008 @critical @integration @requires.database @requires.queue
  Scenario: How far a job is can be read from its making to its end
    Given Priya has the job "Night run"
    Then how far the job is can be read as
      | status  | progress | current_step | is_active | is_terminal | queue_state | dispatched_at | started_at | completed_at |
      | pending | 0        | null         | true      | false       | not_queued  | null          | null       | null         |
    When Priya dispatches the job
    And the job has become completed
    Then how far the job is can be read as
      | status    | progress | current_step | is_active | is_terminal | queue_state |
      | completed | 100      | Done         | false     | true        | succeeded   |

  @JOB-031 @critical @integration @requires.database
  Scenario Outline: What has ended is not cancelled
    Given Priya has the job "Night run", which is <state>
    When Priya tries to cancel the job
    Then she is refused, since the job is <state> and stays so
    And nothing about the job has changed

    Examples: each end
      | state     |
      | completed |
      | failed    |
      | cancelled |

  @JOB-043 @critical @concurrency @requires.database
  Scenario: Of two who cancel a job at the same moment one does
    Given Olaf is an operator at Acme
    And Priya has the job "Night run", which is running
    When Priya and Olaf cancel the job at the same moment
    Then exactly 1 of them is accepted
    And the other 1 is refused as impossible in its present state
    And the job is cancelled

  @JOB-026 @EXP-036 @critical @integration @requires.database @requires.queue
  Scenario: A job whose project is deleted stops, and is unknown from then on
    Given Priya has the job "Long run", which takes its time
    And Priya has the job "Night run", which is completed
    When Priya deletes the project "Lamps of the harbour"
    Then the job "Long run" is unknown to Priya, and in no list
    And the job "Night run" is unknown to Priya, and in no list
    And within 5 seconds no work is in hand any more
    And there is no analysis
