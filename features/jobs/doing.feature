@jobs
Feature: What the platform does of a job
  A job that is dispatched is done by a worker, once, and not before its delay is over.

  Background:
    Given Priya runs missions at Acme

  @JOB-002 @JOB-014 @JOB-028 @blocker @e2e @requires.database @requires.queue
  Scenario: A dispatched job is really done: the repository is analysed
    Given Priya has the repository "quay"
    And the repository "quay" holds the files
      | path             | text                                                |
      | requirements.txt | django==4.2.1\ncelery>=5                             |
      | package.json     | {"dependencies": {"react": "^18.2.0", "left-pad": "*"}} |
      | lamps.py         | import django                                       |
    And Priya has the job "Night run" of the repository "quay"
    When Priya dispatches the job
    Then the job becomes completed
    And the job has made an analysis with exactly the dependencies and technologies
      | dependencies                                  | technologies                  |
      | django 4.2.1, celery, react 18.2.0, left-pad  | Python, celery, django, react |
    And the job has a task, and none of its times is missing or out of order
    And PostgreSQL holds the job as it is answered

  @JOB-002 @critical @integration @requires.database @requires.queue
  Scenario: A job that nobody dispatches is not begun
    Given Priya has the job "Night run"
    And Priya has the job "Day run"
    When Priya dispatches the job "Day run"
    Then the job "Day run" becomes completed
    And the job "Night run" is still pending

  @JOB-003 @critical @integration @requires.database @requires.queue
  Scenario: A delay is waited for, and not longer
    Given Priya has the job "Night run"
    When Priya dispatches the job with a delay of 2 seconds
    Then the job becomes completed
    And the job began 2 seconds after its dispatch, at most 5 seconds late

  @JOB-003 @JOB-018 @critical @integration @requires.database @requires.queue @requires.clock
  Scenario: With a delay a job has its task at once, and waits until its time has come
    Given Priya has the job "Night run"
    When Priya dispatches the job with a delay of 1 hour
    And 59 minutes pass
    Then how far the job is can be read as
      | status  | queue_state | started_at |
      | pending | queued      | null       |
    And the job stays as it was left, now that no work is in hand
    And PostgreSQL holds the job as it is answered
    When 1 minute passes
    Then the job becomes completed

  @JOB-024 @critical @contract @requires.database @requires.queue
  Scenario Outline: A delay may be from nothing to an hour
    Given Priya has the job "Night run"
    When Priya tries to dispatch the job with a delay of <seconds> seconds
    Then she <outcome>

    Examples: both bounds
      | seconds | outcome                                                          |
      | -1      | is refused as incomplete, since delay_seconds is out of range      |
      | 0       | succeeds                                                         |
      | 3600    | succeeds                                                         |
      | 3601    | is refused as incomplete, since delay_seconds is out of range      |
      | 1.5     | is refused as incomplete, since delay_seconds is of the wrong kind |

  @JOB-042 @critical @concurrency @requires.database @requires.queue
  Scenario: A job that is dispatched five times at the same moment is done once
    Given Priya has 3 repositories
    And Priya has the job "Night run" over them
    When Priya dispatches the job 5 times at the same moment
    Then exactly 1 of them is accepted
    And the other 4 are refused as impossible in its present state
    And the job becomes completed
    And its entries are "completed, completed, completed", each with the one analysis that it names
    And the job reads
      | attempt |
      | 1       |

  @JOB-042 @critical @integration @requires.database @requires.queue
  Scenario: What was dispatched is not dispatched again
    Given Priya has the job "Night run"
    And Priya has dispatched the job with a delay of 1 hour
    When Priya tries to dispatch the job
    Then she is refused as impossible in its present state
    And nothing about the job has changed

  @JOB-041 @critical @security @requires.database @requires.queue
  Scenario: A job that fails says why in words for people, and shows nothing of the inside
    Given Priya has the job "Night run" over a repository that cannot be read
    Then the job reads
      | status | error                                                                                          | result | progress |
      | failed | {"code": "unreadable_manifest", "message": "The package.json of the repository cannot be read."} | null   | 50       |
    And nothing that is said of the job shows the inside of the platform

  @JOB-014 @normal @integration @requires.database @requires.queue
  Scenario: A repository that is deleted before its turn cannot be analysed
    Given Priya has the repository "quay"
    And Priya has the job "Night run" of the repository "quay"
    And Priya has deleted the repository "quay"
    When Priya dispatches the job
    Then the job becomes failed
    And the job reads
      | error                                                                                        | result |
      | {"code": "repository_deleted", "message": "The repository was deleted before it could be analysed."} | null   |

  @JOB-090 @critical @chaos @requires.database @requires.queue @requires.store_faults
  Scenario: While Redis is away nothing is dispatched, and nothing half done
    Given Priya has 1 repository
    And Priya has a complete analysis "Lamps"
    And Priya has the job "Night run"
    And Redis is away
    When Priya tries to have them analysed or exported in one call, or to dispatch the job "Night run"
    Then all of it is refused as unavailable
    And the job "Night run" reads
      | status  | task_id | dispatched_at | version |
      | pending | null    | null          | 1       |
    And Priya finds the job "Night run" and no other
    When Redis comes back
    Then within 5 seconds Priya can dispatch the job
    And within 30 seconds the job is completed

  @JOB-002 @normal @chaos @requires.database @requires.queue @requires.faults
  Scenario: A job whose worker is killed goes on with another, behind what was done
    Given Priya has the job "Long run", which takes its time
    When the worker is killed
    And another worker comes
    Then within 60 seconds the job is completed
    And its entries are "completed, completed, completed", each with the one analysis that it names
    And the job reads
      | attempt |
      | 2       |
