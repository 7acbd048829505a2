@jobs
Feature: Where a job stands decides what can be done with it
  What a job's state does not allow is refused, and leaves no trace. What has ended never changes again.

  Background:
    Given Priya runs missions at Acme

  @JOB-034 @JOB-035 @JOB-017 @critical @integration @requires.database
  Scenario Outline: What can be done with an outside runner's job depends on where it stands
    When Priya tries all there is with jobs of an outside runner that are <state>
    Then with <state> jobs of an outside runner one can "<possible>" and nothing else, and what was refused left nothing behind

    Examples: each of the five states
      | state     | possible                                                                       |
      | pending   | cancel, delete, report that it runs                                            |
      | running   | cancel, report that it runs, report that it is done, report that it failed     |
      | completed | delete                                                                         |
      | failed    | delete                                                                         |
      | cancelled | delete                                                                         |

  @JOB-034 @JOB-035 @JOB-017 @JOB-037 @critical @integration @requires.database @requires.queue
  Scenario Outline: What can be done with a job of the platform depends on where it stands
    When Priya tries all there is with jobs of the platform that are <state>
    Then with <state> jobs of the platform one can "<possible>" and nothing else, and what was refused left nothing behind

    Examples: each of the five states, and one that waits for its time
      | state      | possible                 |
      | pending    | dispatch, cancel, delete |
      | dispatched | cancel                   |
      | running    | cancel                   |
      | completed  | delete                   |
      | failed     | delete                   |
      | cancelled  | delete                   |

  @JOB-017 @critical @integration @requires.database
  Scenario: A job that is deleted is unknown, and in no list and no number
    Given Priya has the job "Night run", which is completed
    And Priya has the job "Day run", which is running
    When Priya deletes the job "Night run"
    Then the job "Night run" is unknown to Priya, and in no list
    And Priya finds the job "Day run" and no other
    And the numbers of jobs are for Priya
      | total | completed |
      | 1     | 0         |

  @JOB-035 @critical @integration @requires.database @requires.queue
  Scenario: Who deletes what runs or waits is told to cancel it first
    Given Priya has the job "Long run", which takes its time
    When Priya tries to delete the job
    Then she is told to cancel it first
    Given Priya has the job "Night run"
    And Priya has dispatched the job with a delay of 1 hour
    When Priya tries to delete the job "Night run"
    Then she is told to cancel it first
    And nothing about the job has changed
    When Priya cancels the job
    And Priya deletes the job
    Then the job is unknown to Priya, and in no list
