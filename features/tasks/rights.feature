@tasks
Feature: Whose a task is
  A worker sees and does the own tasks. Who looks after them gives them to others.

  Background:
    Given Sam looks after the tasks of Wim at the site "Dock 4" of Acme
    And Vic is a worker at Acme

  @TSK-019 @critical @security @requires.database
  Scenario: A colleague's task does not exist for a worker
    Given Sam has planned the task "Pump round" at "Dock 4" for Wim
    When Vic tries everything that a worker can do with the task
    Then all of it is refused as unknown
    And nothing about the task has changed
    And Vic finds exactly the tasks nothing
    And Wim finds exactly the task Pump round

  @TSK-019 @critical @security @requires.database
  Scenario: Who sees all tasks works on the own alone
    Given Oli is an operator at Acme
    And Sam has planned the task "Pump round" at "Dock 4" for Wim
    When Oli tries to start the task
    Then he is refused as not allowed
    When Sam tries to start the task
    Then he is refused as not allowed
    And nothing about the task has changed

  @TSK-019 @critical @security @requires.database
  Scenario Outline: Who does not look after tasks gives them to nobody
    Given Oli is <role> at Acme
    And Sam has planned the task "Pump round" at "Dock 4" for Wim
    When Oli tries to assign the task to Vic
    Then he is refused as not allowed
    And nothing about the task has changed

    Examples: everybody but supervisors and administrators
      | role        |
      | an operator |
      | a worker    |
      | a viewer    |

  @TSK-019 @critical @security @requires.database
  Scenario: Not even the own task is passed on by a worker
    Given Sam has planned the task "Pump round" at "Dock 4" for Wim
    When Wim tries to assign the task to Vic
    Then he is refused as not allowed
    And nothing about the task has changed
    When Sam assigns the task to Vic
    Then the task is Vic's
    And Vic got exactly 1 notification "New task: Pump round"

  @TSK-019 @normal @integration @requires.database
  Scenario: Who does no tasks gets none
    Given Vera is a viewer at Acme
    When Sam tries to plan the task "Pump round" at "Dock 4" for Vera
    Then he is refused as incomplete, since assignee_id is not allowed
    And Sam finds exactly the tasks nothing

  @TSK-019 @normal @security @requires.database @requires.queue
  Scenario: The report of a colleague's task does not exist for a worker
    Given Sam has planned the task "Pump round" at "Dock 4" for Wim
    And Wim has brought the task to completed
    Then the report of the task is ready for Wim, who is told so once
    And the report of the task is unknown to Vic

  @RT-021 @critical @integration @requires.database
  Scenario: Starting and completing a task reach its assignee and who looks after the tasks
    Given Sam has planned the task "Pump round" at "Dock 4" for Wim
    And Wim watches what is the own
    And Sam watches what is Acme's
    And Vic watches what is Acme's
    When Wim starts the task
    And Wim completes the task
    Then Wim sees the task become in_progress and completed, once each, among what is the own
    And Sam sees the task become in_progress and completed, once each, among what is the tenant's
    And Vic sees nothing of the task among what is the tenant's

  @API-053 @critical @concurrency @requires.database
  Scenario: Of two changes of a task at the same moment one is made, and the other one is told
    Given Sid is a supervisor at Acme
    And Sam has planned the task "Pump round" at "Dock 4" for Wim
    When Sam and Sid rename the task from version 1 at the same moment
    Then exactly 1 of them is accepted
    And the other one is refused as outdated, since there is version 2 now

  @API-053 @critical @integration @requires.database
  Scenario: Whoever has seen an older version of a task changes nothing
    Given Sid is a supervisor at Acme
    And Sam has planned the task "Pump round" at "Dock 4" for Wim
    When Sam renames the task from version 1
    Then he succeeds
    When Sid tries to rename the task from version 1
    Then he is refused as outdated, since there is version 2 now
    And Wim finds exactly the task Sam's Pump round
