@tasks
Feature: Tasks that nobody completed in time
  Each half hour what is open past its expiry is closed. Nothing is done to it then any more.

  Background:
    Given Sam looks after the tasks of Wim at the site "Dock 4" of Acme

  @TSK-007 @critical @integration @requires.database @requires.queue
  Scenario: What is open past its expiry is closed, and its assignee is told
    Given Sam has planned the task "Too late" at "Dock 4" for Wim, 60 minutes ago, to expire after 60 minutes
    And Sam has planned the task "In time" at "Dock 4" for Wim, 58 minutes ago, to expire after 60 minutes
    When the expired tasks of Acme are closed
    Then the task "Too late" is auto_closed
    And the task "In time" is assigned
    And Wim is notified of "Task closed: Too late"
    And Wim got no notification "Task closed: In time"

  @TSK-007 @critical @integration @requires.database @requires.queue
  Scenario Outline: In whichever state it is open, it is closed
    Given Sam has planned the task "Pump round" at "Dock 4" for Wim, 2 hours ago, to expire after 60 minutes
    And Wim has brought the task to <state>
    When the expired tasks of Acme are closed
    Then the task is auto_closed
    And Wim is notified of "Task closed: Pump round"

    Examples: each open state
      | state               |
      | assigned            |
      | in_progress         |
      | standby             |
      | partially_completed |

  @TSK-007 @critical @integration @requires.database @requires.queue
  Scenario: What is completed is left alone
    Given Sam has planned the task "Pump round" at "Dock 4" for Wim, 2 hours ago, to expire after 60 minutes
    And Wim has brought the task to completed
    When the expired tasks of Acme are closed
    Then the task is completed
    And Wim got no notification "Task closed: Pump round"

  @TSK-007 @critical @integration @requires.database @requires.queue @requires.clock
  Scenario Outline: It is closed by itself at the full and at the half hour
    Given Sam has planned the task "Earlier" at "Dock 4" for Wim, 0 minutes ago, to expire after 1 minute
    And it becomes <before> UTC
    And the task "Earlier" becomes auto_closed by itself
    And Sam has planned the task "Pump round" at "Dock 4" for Wim, 0 minutes ago, to expire after 1 minute
    When it becomes <shortly> UTC, and what is due then is done
    Then the task is assigned
    When it becomes <time> UTC
    Then the task becomes auto_closed by itself
    And Wim got exactly 1 notification "Task closed: Pump round"

    Examples: both minutes
      | before | shortly | time  |
      | 05:31  | 05:58   | 06:00 |
      | 06:01  | 06:28   | 06:30 |

  @TSK-016 @critical @contract @requires.database @requires.queue
  Scenario: A closed task takes no answer and no change
    Given a task "Pump round" of Wim's that is auto_closed
    When everything but nothing is tried with it
    Then each try is refused, since from auto_closed it can only become nothing
    And nothing about the task has changed
    And the task has 0 photos

  @TSK-003 @critical @integration @requires.database @requires.clock
  Scenario: A completed task is reopened before its expiry, and not after
    Given Sam has planned the task "Pump round" at "Dock 4" for Wim, 0 minutes ago, to expire after 60 minutes
    And Wim has brought the task to completed
    When 59 minutes pass
    And Sam reopens the task, since "The second pump was left out"
    And Wim completes the task
    And 1 minute passes
    And Sam tries to reopen the task
    Then he is refused as impossible in its present state
    And nothing about the task has changed
