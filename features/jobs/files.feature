@jobs
Feature: The files of jobs
  What a job exports is a file, which is kept for a week.

  Background:
    Given Priya runs missions at Acme
    And Priya has a complete analysis "North"

  @JOB-015 @critical @e2e @requires.database @requires.queue
  Scenario Outline: An export job brings the file that an export would
    Given Priya has the job "Files of the night" that exports the analysis "North" as <wish>
    When Priya dispatches the job
    Then the job becomes completed
    And the job has a file that is exactly what its result says
    And the file is the same as the analysis exported directly
    And its result tells of <records> records

    Examples: what can be compared to the last sign
      | wish                | records |
      | SARIF               | 12      |
      | HTML                | 12      |
      | CSV                 | 12      |
      | CSV of technologies | 4       |
      | CSV of dependencies | 6       |
      | CSV of gaps         | 2       |
      | CSV of metrics      | 0       |

  @JOB-027 @critical @integration @requires.database @requires.queue
  Scenario: Before it is completed an export job has no file yet
    Given Priya has the job "Files of the night" that exports the analysis "North" as CSV
    When Priya tries to fetch the file of the job
    Then she is refused as impossible in its present state
    When Priya dispatches the job
    And the job has become completed
    Then the job has a file that is exactly what its result says

  @JOB-027 @critical @integration @requires.database @requires.queue
  Scenario: A job that makes no file has none, whatever becomes of it
    Given Priya has the job "Night run"
    When Priya tries to fetch the file of the job
    Then she is refused as unknown
    When Priya dispatches the job
    And the job has become completed
    And Priya tries to fetch the file of the job
    Then she is refused as unknown

  @JOB-027 @normal @integration @requires.database @requires.queue
  Scenario: An export that is cancelled has no file
    Given Priya has the job "Files of the night" that exports the analysis "North" as CSV
    When Priya cancels the job
    And Priya tries to fetch the file of the job
    Then she is refused as unknown

  @JOB-027 @critical @integration @requires.database @requires.queue @requires.clock
  Scenario: A file is kept for a week, and then no longer
    Given Priya has the job "Files of the night" that exports the analysis "North" as CSV
    And Priya has dispatched the job
    And the job has become completed
    When 6 days pass
    And the platform cleans up the files of jobs
    Then the job has a file that is exactly what its result says
    When 1 day passes
    And Priya tries to fetch the file of the job
    Then she is refused as gone

  @JOB-027 @normal @integration @requires.database @requires.queue @requires.clock
  Scenario: The platform cleans up by itself, every night at twenty past one
    Given Priya has the job "Files of the night" that exports the analysis "North" as CSV
    And Priya has dispatched the job
    And the job has become completed
    When 8 days pass
    And it becomes 01:20 UTC
    Then PostgreSQL holds the file of the job no more
    When Priya tries to fetch the file of the job
    Then she is refused as gone
