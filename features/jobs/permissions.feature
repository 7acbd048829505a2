@jobs
Feature: Who may do what with jobs
  Who runs jobs makes, dispatches, cancels and removes them; others read them, and those of another
  tenant do not exist.

  Background:
    Given Priya runs missions at Acme

  @JOB-039 @critical @security @requires.database
  Scenario Outline: Who may only look changes nothing
    Given Vera is <role> at Acme
    And Priya has the job "Night run", which is <state>
    When Vera tries every change of the job, and to make another
    Then all of it is refused as not allowed
    And the job is still <state>
    And Vera finds the job "Night run" and no other
    And Vera finds the job "Night run" active, and no other

    Examples: who reads jobs and does not run them
      | role         | state   |
      | a viewer     | pending |
      | a viewer     | running |
      | a supervisor | running |

  @JOB-038 @blocker @security @requires.database @requires.queue
  Scenario: A job of another tenant does not exist, whatever is tried with it
    Given Priya has the job "Night run", which is running
    And Gleb runs missions at Globex
    Then everything that Gleb tries with the job is refused exactly as for an id that nobody has
    And the job is still running
    And Gleb finds no job
    And Gleb finds no job active
    And the numbers of jobs are for Gleb
      | total | running | active_jobs |
      | 0     | 0       | 0           |
