@jobs
Feature: How long a job may take
  What runs longer than it may has failed, whoever does it.

  Background:
    Given Priya runs missions at Acme

  @JOB-044 @blocker @integration @requires.database @requires.queue
  Scenario: A worker does not go on with what takes too long
    Given Priya has the job "Long run", which takes its time over its first repository of 3
      | timeout_seconds |
      | 4               |
    Then within 30 seconds the job is failed
    And the job reads
      | progress | error                                                                         | result |
      | 33       | {"code": "timeout", "message": "The job ran longer than its time limit."} | null   |
    And the job stays as it was left, now that no work is in hand
    And there is 1 analysis

  @JOB-044 @critical @integration @requires.database @requires.queue @requires.clock
  Scenario: Each job has the time that it was given, and ten minutes where none was
    Given Priya has the job "Short run", which is running
      | timeout_seconds |
      | 300             |
    And Priya has the job "Night run", which is running
    And Priya has the job "Long run", which is running
      | timeout_seconds |
      | 7200            |
    When 6 minutes pass
    Then within 30 seconds the job "Short run" is failed
    And the job "Night run" is still running
    When 5 minutes pass
    Then within 30 seconds the job "Night run" is failed
    And the job "Long run" is still running
    And the job "Night run" reads
      | progress | error                                                                         | result |
      | 50       | {"code": "timeout", "message": "The job ran longer than its time limit."} | null   |

  @JOB-044 @normal @integration @requires.database @requires.clock @requires.queue
  Scenario: What waits for its turn does not run, and so has all the time there is
    Given Priya has the job "Night run" of an outside runner
      | timeout_seconds |
      | 1               |
    And Priya has the job "Witness", which is running
      | timeout_seconds |
      | 1               |
    When 1 hour passes
    Then within 30 seconds the job "Witness" is failed
    And the job "Night run" is still pending
