@tasks
Feature: Where a task stands decides what can be done with it
  What its state does not allow is refused, with the state and what it can become, and leaves no trace.

  Background:
    Given Sam is a supervisor at Acme
    And Wim is a worker at Acme

  @TSK-003 @blocker @integration @requires.database @requires.queue
  Scenario Outline: What a task's state does not allow is refused
    Given a task "Pump round" of Wim's that is <state>
    When everything but <allowed> is tried with it
    Then each try is refused, since from <state> it can only become <possible>
    And nothing about the task has changed

    Examples: each of the six states
      | state               | allowed                                                                         | possible                                                           |
      | assigned            | start, put on standby, assign, change                                           | in_progress, standby and auto_closed                               |
      | in_progress         | put on standby, hand back, partly complete, complete, answer, add a photo to, assign, change | completed, partially_completed, standby, assigned and auto_closed |
      | standby             | resume, hand back, assign, change                                               | in_progress, assigned and auto_closed                              |
      | partially_completed | resume, complete, answer, add a photo to, assign, change                        | in_progress, completed and auto_closed                             |
      | completed           | reopen                                                                          | in_progress                                                        |
      | auto_closed         | nothing                                                                         | nothing                                                            |

  @TSK-003 @blocker @integration @requires.database
  Scenario Outline: What a task's state allows leads where it should
    Given a task "Pump round" of Wim's that is <state>
    When it is done to the task: <deed>
    Then the task is <becomes>

    Examples: every move that somebody can make
      | state               | deed            | becomes             |
      | assigned            | start           | in_progress         |
      | assigned            | put on standby  | standby             |
      | in_progress         | complete        | completed           |
      | in_progress         | partly complete | partially_completed |
      | in_progress         | put on standby  | standby             |
      | in_progress         | hand back       | assigned            |
      | standby             | resume          | in_progress         |
      | standby             | hand back       | assigned            |
      | partially_completed | resume          | in_progress         |
      | partially_completed | complete        | completed           |
      | completed           | reopen          | in_progress         |

  @TSK-003 @critical @concurrency @requires.database
  Scenario: Of eight starts of one task at the same moment one is made
    Given a task "Pump round" of Wim's that is assigned
    When Wim starts the task 8 times at the same moment
    Then exactly 1 of them is accepted
    And the other 7 are refused as impossible in its present state

  @TSK-003 @critical @integration @requires.database
  Scenario: What was held before it was begun is begun with its code all the same
    Given Acme has the site "Dock 4"
    And a task template "Pump round" at "Dock 4" for Wim as follows
      | field | value |
      | scan  | QR    |
      | code  | P-17  |
    And Sam has made a task of the template for Wim
    When Wim puts the task on standby, since "The gate is locked"
    And Wim resumes the task
    Then the task is assigned
    When Wim tries to start the task
    Then he is refused as incomplete, since scan_code is required

  @TSK-003 @normal @integration @requires.database
  Scenario: What is handed back is nobody's until somebody else gets it
    Given Vic is a worker at Acme
    And a task "Pump round" of Wim's that is in_progress
    When Wim hands back the task
    Then the task is nobody's
    When Sam assigns the task to Vic
    Then Vic is notified of "New task: Pump round"
    And Vic finds exactly the task Pump round
    And Wim finds exactly the tasks nothing
