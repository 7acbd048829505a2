@jobs
Feature: The numbers of jobs
  How many jobs there are, how they ended and how long they took.

  Background:
    Given Priya runs missions at Acme
    And Priya has the project "Lamps of the harbour"

  @JOB-010 @JOB-011 @critical @integration @requires.database
  Scenario: Where there is nothing to count, rate and mean are empty
    Given Priya has the job "Night run", which is cancelled
    Then the numbers of jobs are for Priya
      | total | pending | running | completed | failed | cancelled | success_rate | average_duration_seconds | active_jobs |
      | 1     | 0       | 0       | 0         | 0      | 1         | null         | null                     | 0           |

  @JOB-010 @JOB-011 @critical @integration @requires.database
  Scenario: The rate counts the completed among the completed and the failed
    Given Priya has the job "Run 1", which is completed
    And Priya has the job "Run 2", which is completed
    And Priya has the job "Run 3", which is failed
    And Priya has the job "Run 4", which is cancelled
    And Priya has the job "Run 5", which is running
    And Priya has the job "Run 6", which is pending
    Then the numbers of jobs are for Priya
      | total | pending | running | completed | failed | cancelled | success_rate | active_jobs |
      | 6     | 1       | 1       | 2         | 1      | 1         | 66.7         | 2           |
    And completed jobs are said to last as long as they did in the mean

  @JOB-011 @critical @integration @requires.database @requires.clock
  Scenario: The mean duration counts what was completed, and nothing else
    Given Priya has the job "Run 3", which is completed
    And Priya has the job "Run 1", which is running
    And Priya has the job "Run 2", which is running
    When 2 minutes pass
    And Priya's runner reports of the job "Run 1"
      | status    | result |
      | completed | {}     |
    And Priya's runner reports of the job "Run 2"
      | status | error                                    |
      | failed | {"code": "dark", "message": "No light."} |
    Then completed jobs are said to last as long as they did in the mean

  @JOB-010 @EXP-037 @critical @integration @requires.database
  Scenario: A project has its own numbers, which follow each creation and deletion
    Given Priya has the job "Night run", which is completed
    And Priya has the project "Gates of the harbour"
    And Priya has the job "Day run", which is failed
    Then the numbers of jobs of the project "Gates of the harbour" are for Priya
      | total | failed | completed | success_rate |
      | 1     | 1      | 0         | 0            |
    And the project "Gates of the harbour" soon counts 1 job
    When Priya deletes the job "Day run"
    Then the project "Gates of the harbour" soon counts 0 jobs
    And the project "Lamps of the harbour" soon counts 1 job
