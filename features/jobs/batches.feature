@jobs
Feature: Jobs over many repositories and analyses
  Several repositories are analysed, or several analyses exported, in one job. What cannot be read
  holds up nobody.

  Background:
    Given Priya runs missions at Acme

  @JOB-016 @critical @e2e @requires.database @requires.queue
  Scenario: A batch of three repositories shows each third of its way, and has an analysis of each
    Given Priya has 3 repositories
    And Priya has the job "Night run" over them
    And Priya watches the job
    When Priya dispatches the job
    Then the job becomes completed
    And its entries are "completed, completed, completed", each with the one analysis that it names
    And Priya sees of the job exactly these changes, in this order
      | what       | status    | progress | step              |
      | dispatched | pending   | 0        |                   |
      | progress   | running   | 0        |                   |
      | progress   | running   | 33       | Repository 1 of 3 |
      | progress   | running   | 66       | Repository 2 of 3 |
      | progress   | running   | 100      | Repository 3 of 3 |
      | completed  | completed | 100      |                   |

  @JOB-019 @critical @e2e @requires.database @requires.queue
  Scenario: A batch that is asked for in one call runs without another
    Given Priya has 2 repositories
    When Priya has all of them analysed as the job "Night run"
    Then the job becomes completed
    And its entries are "completed, completed", each with the one analysis that it names

  @JOB-020 @critical @integration @requires.database @requires.queue
  Scenario: One repository that cannot be read does not keep the others from being analysed
    Given Priya has 3 repositories, of which the last 1 cannot be read
    When Priya has all of them analysed as the job "Night run"
    Then the job becomes completed
    And its entries are "completed, completed, unreadable_manifest", each with the one analysis that it names

  @JOB-020 @critical @integration @requires.database @requires.queue
  Scenario: A batch of which nothing can be read fails
    Given Priya has 2 repositories, of which the last 2 cannot be read
    When Priya has all of them analysed as the job "Night run"
    Then the job becomes failed
    And the job reads
      | progress | error                                                                                    | result |
      | 100      | {"code": "all_failed", "message": "None of the repositories could be analysed."} | null   |
    And there is no analysis

  @JOB-036 @critical @contract @requires.database @requires.queue
  Scenario: A batch with unknown repositories is not made, and each of them is named
    Given Priya has 2 repositories
    When Priya tries to have all of them and 2 that nobody has analysed as the job "Night run"
    Then she is told that exactly the 2 are unknown
    And Priya finds no job

  @JOB-036 @normal @contract @requires.database @requires.queue
  Scenario: The repositories of another project are unknown to a job
    Given Olaf is an operator at Acme
    When Olaf tries to have the repositories of Priya's other project analysed as the job "Night run"
    Then he is told that exactly the 1 are unknown
    And Priya finds no job

  @JOB-015 @critical @e2e @requires.database @requires.queue
  Scenario: A batch of analyses becomes one archive
    Given Priya has a complete analysis "North"
    And Priya has a complete analysis "South"
    And Priya has an empty analysis "East"
    And Priya has the job "Files of the night"
      | job_type     |
      | batch_export |
    When Priya dispatches the job
    Then the job becomes completed
    And the file is an archive of exactly one export of each, by name, the same as exported directly
    And the job has a file that is exactly what its result says
