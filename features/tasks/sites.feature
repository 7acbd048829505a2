@tasks
Feature: Tasks and the sites of tenants
  A task is at a site, and both are one tenant's.

  Background:
    Given Sam looks after the tasks of Wim at the site "Dock 4" of Acme
    And Acme has the site "Yard"

  @TEN-011 @critical @integration @requires.database
  Scenario: By a site its tasks are found, and by another tenant's none
    Given Globex has the site "Mill"
    And Sam has planned the task "Pump round" at "Dock 4" for Wim
    And Sam has planned the task "Sweep" at "Yard" for Wim
    Then Sam finds the tasks Pump round at the site "Dock 4"
    And Sam finds the tasks Sweep at the site "Yard"
    And Sam finds the tasks nothing at the site "Mill"
    And Sam finds no task at a site that nobody has

  @TEN-012 @critical @integration @requires.database
  Scenario: Each task in the list shows its site and its assignee
    Given Sam has planned the task "Pump round" at "Dock 4" for Wim
    And Sam has planned the task "Sweep" at "Yard" for Wim
    Then each task that Sam finds shows its site and its assignee, and they are Acme's
    And Sam finds exactly the tasks Pump round, Sweep

  @TEN-025 @critical @security @requires.database
  Scenario: Two tenants that each have one task find that one alone
    Given Gleb looks after the tasks of Gwen at the site "Mill" of Globex
    When Sam plans the task "Pump round" at "Dock 4" for Wim
    And Gleb plans the task "Clean the weir" at "Mill" for Gwen
    Then Sam finds exactly the task Pump round
    And Gleb finds exactly the task Clean the weir

  @TEN-015 @critical @integration @requires.database
  Scenario: A worker of no site reads the own tasks
    Given Sam has planned the task "Pump round" at "Dock 4" for Wim
    Then Wim is assigned to no site
    And Wim finds exactly the task Pump round

  @TSK-019 @normal @integration @requires.database
  Scenario: One finds the own, and what stands where
    Given Oli is an operator at Acme
    And Sam has planned the task "Pump round" at "Dock 4" for Wim
    And Sam has planned the task "Sweep" at "Yard" for Oli
    And Wim has brought the task "Pump round" to in_progress
    Then Oli finds exactly the tasks Pump round, Sweep
    And by "assignee_id me" Oli finds exactly the task Sweep
    And by "status in_progress,standby" Oli finds exactly the task Pump round
    And by "assignee_id me and status in_progress" Oli finds exactly the tasks nothing

  @TEN-010 @critical @integration @requires.database
  Scenario: A site with an open task stays until that one is completed
    Given Sam has planned the task "Pump round" at "Dock 4" for Wim
    When Sam tries to remove the site "Dock 4"
    Then he is refused as in use
    When Wim starts the task
    And Wim completes the task
    And Sam tries to remove the site "Dock 4"
    Then he succeeds

  @TEN-013 @critical @integration @requires.database
  Scenario: A site counts what is open at it, and nothing of another tenant
    Given Gleb looks after the tasks of Gwen at the site "Mill" of Globex
    And Gleb has planned the task "Clean the weir" at "Mill" for Gwen
    And Sam has planned the task "Pump round" at "Dock 4" for Wim
    And Sam has planned the task "Sweep" at "Dock 4" for Wim
    When Wim starts the task "Sweep"
    And Wim completes the task "Sweep"
    Then the site "Dock 4" counts 1 open task
    And the site "Mill" counts 1 open task
    And the site "Yard" counts 0 open tasks

  @TEN-022 @critical @integration @requires.database @requires.queue @requires.platform_key @requires.clock
  Scenario: For a suspended tenant no task is made, and others are served
    Given Ada is an administrator at Acme
    And Gita is an administrator at Globex
    And it becomes 08:26 UTC
    And Gleb looks after the tasks of Gwen at the site "Mill" of Globex
    And a task template "Pump round" at "Dock 4" for Wim with the schedule "0 12 * * *"
    And a task template "Clean the weir" at "Mill" for Gwen with the schedule "0 12 * * *"
    And Acme is suspended for the reason "Payment overdue"
    When 70 seconds pass in which nobody does anything
    Then by itself the template gets one task for each of the next 1 times that it is 12 o'clock at the site
    And PostgreSQL holds no task of the template "Pump round"

  @TEN-022 @critical @integration @requires.database @requires.queue @requires.platform_key @requires.faults
  Scenario: For a suspended tenant no report is made, and others get theirs
    Given Gleb looks after the tasks of Gwen at the site "Mill" of Globex
    And a task "Clean the weir" of Gwen's that is in_progress
    And a task "Pump round" of Wim's that is in_progress
    When the worker is taken away
    And Wim completes the task "Pump round"
    And Gwen completes the task "Clean the weir"
    And Acme is suspended for the reason "Payment overdue"
    And another worker comes
    Then the report of the task "Clean the weir" is ready for Gwen, who is told so once
    And no report of Acme is made
