@tasks
Feature: Tasks that recur
  A template with a schedule has its tasks made ahead: a day's at a time, and a week's of preventive
  maintenance. Schedules are read where the site is.

  Background:
    Given Sam looks after the tasks of Wim at the site "Dock 4" of Acme

  @TSK-002 @blocker @integration @requires.database @requires.queue
  Scenario: An hourly template has its tasks of the next day made
    Given a task template "Pump round" at "Dock 4" for Wim with the schedule "0 * * * *"
    When the tasks of Acme that are due soon are made
    Then the template has one task for each of the next 24 full hours
    And Wim finds the template's 24 tasks, and no other
    And Wim got exactly 24 notifications "New task: Pump round"

  @TSK-008 @critical @integration @requires.database @requires.queue
  Scenario: Eight o'clock in Singapore is midnight
    Given Acme has the site "Quay 9" in the time zone Asia/Singapore
    And a task template "Pump round" at "Quay 9" for Wim with the schedule "0 8 * * *"
    When the tasks of Acme that are due soon are made
    Then the template has one task for each of the next 1 times that it is 8 o'clock at the site
    And its tasks are planned for 0 o'clock UTC

  @TSK-009 @critical @integration @requires.database @requires.queue
  Scenario Outline: No task is made on a day for which a template is not valid, or while it is switched off
    Given a task template "Pump round" at "Dock 4" for Wim with the schedule "0 * * * *", whose <field> is <value>
    When the tasks of Acme that are due soon are made
    Then the template has no task
    And nothing is to come of the template

    Examples: too early, too late, and off
      | field  | value     |
      | from   | in 2 days |
      | until  | yesterday |
      | active | no        |

  @TSK-009 @critical @integration @requires.database @requires.queue
  Scenario: On its first and on its last day a template is valid
    Given a preventive maintenance template "Grease the crane" at "Dock 4" for Wim as follows
      | field    | value     |
      | schedule | 30 23 * * * |
      | from     | tomorrow  |
      | until    | in 3 days |
    When the preventive maintenance of Acme that is due soon is made
    Then the template has a task on each day from tomorrow to in 3 days, and on no other

  @TSK-011 @critical @integration @requires.database @requires.queue
  Scenario: What is to come is what is made
    Given a task template "Pump round" at "Dock 4" for Wim with the schedule "*/20 * * * *"
    And what is to come of the template is noted
    When the tasks of Acme that are due soon are made
    Then the template has exactly the 72 tasks that were to come

  @TSK-020 @critical @integration @requires.database @requires.queue
  Scenario: Made once more, there is no second task for a due time
    Given a task template "Pump round" at "Dock 4" for Wim with the schedule "0 * * * *"
    And the tasks of Acme that are due soon are made
    When the tasks of Acme that are due soon are made
    Then the template has one task for each of the next 24 full hours
    And Wim got exactly 24 notifications "New task: Pump round"

  @TSK-020 @critical @concurrency @requires.database @requires.queue
  Scenario: Made four times at the same moment, there is no second task for a due time
    Given a task template "Pump round" at "Dock 4" for Wim with the schedule "0 * * * *"
    When the tasks of Acme that are due soon are made 4 times at the same moment
    Then the template has one task for each of the next 24 full hours
    And Wim got exactly 24 notifications "New task: Pump round"

  @TSK-020 @normal @integration @requires.database @requires.queue
  Scenario: A task that is planned for another time is not made a second time
    Given a task template "Pump round" at "Dock 4" for Wim with the schedule "0 */12 * * *"
    And the tasks of Acme that are due soon are made
    And Sam has put off each of its tasks by 5 minutes
    When the tasks of Acme that are due soon are made
    Then Wim finds the template's 2 tasks, and no other

  @TSK-010 @critical @integration @requires.database @requires.queue @requires.clock
  Scenario Outline: Preventive maintenance of the next week is made by itself, twice a day
    Given Ada is an administrator at Acme
    And a preventive maintenance template "Earlier" at "Dock 4" for Wim with the schedule "0 12 * * *"
    And it becomes <before> UTC
    And by itself the template gets one task for each of the next 7 times that it is 12 o'clock at the site
    And a preventive maintenance template "Grease the crane" at "Dock 4" for Wim with the schedule "0 12 * * *"
    When it becomes <time> UTC
    Then by itself the template gets one task for each of the next 7 times that it is 12 o'clock at the site

    Examples: its two times, one after the other
      | before | time  |
      | 03:03  | 16:03 |
      | 16:03  | 03:03 |

  @TSK-002 @critical @integration @requires.database @requires.queue @requires.clock
  Scenario Outline: Tasks of the next day are made by themselves, three times a day
    Given Ada is an administrator at Acme
    And a task template "Earlier" at "Dock 4" for Wim with the schedule "0 12 * * *"
    And it becomes <before> UTC
    And by itself the template gets one task for each of the next 1 times that it is 12 o'clock at the site
    And a task template "Pump round" at "Dock 4" for Wim with the schedule "0 12 * * *"
    When it becomes <time> UTC
    Then by itself the template gets one task for each of the next 1 times that it is 12 o'clock at the site

    Examples: its three times, one after the other
      | before | time  |
      | 00:27  | 08:27 |
      | 16:27  | 00:27 |
      | 08:27  | 16:27 |

  @TSK-010 @normal @integration @requires.database @requires.queue
  Scenario: What is for the week is not made with what is for the day, nor the other way round
    Given a preventive maintenance template "Grease the crane" at "Dock 4" for Wim with the schedule "0 * * * *"
    When the tasks of Acme that are due soon are made
    Then the template has no task
    Given a task template "Pump round" at "Dock 4" for Wim with the schedule "0 * * * *"
    When the preventive maintenance of Acme that is due soon is made
    Then the template "Pump round" has no task

  @TSK-018 @critical @contract @requires.database
  Scenario Outline: A schedule that says nothing, or never comes, is refused
    When Sam tries to add a task template "Pump round" at "Dock 4" with the schedule "<schedule>"
    Then he is refused as incomplete, since schedule is malformed
    And Acme has no task template "Pump round"

    Examples: what is none, and what never comes
      | schedule      |
      | every morning |
      | * * * *       |
      | * * * * * *   |
      | 60 * * * *    |
      | 0 24 * * *    |
      | 0 8 0 * *     |
      | 0 8 * 13 *    |
      | 0 8 * * 8     |
      | */0 * * * *   |
      | @daily        |
      | 0 8 30 2 *    |
      | 0 8 31 6,11 * |

  @TSK-018 @normal @contract @requires.database
  Scenario Outline: A schedule that comes, however seldom, is taken
    When Sam tries to add a task template "Pump round" at "Dock 4" with the schedule "<schedule>"
    Then he succeeds

    Examples: from each minute to once in four years
      | schedule          |
      | * * * * *         |
      | 0,30 8-17 * * 1-5 |
      | 59 23 31 12 *     |
      | 0 8 29 2 *        |
      | 0 8 * jan mon     |

  @TSK-002 @normal @integration @requires.database @requires.queue
  Scenario: The tasks of a template that is removed stay
    Given a task template "Pump round" at "Dock 4" for Wim
    And Sam has made a task of the template for Wim
    When Sam removes the task template "Pump round"
    Then he succeeds
    And Acme has no task template "Pump round"
    And Wim finds exactly the task Pump round
