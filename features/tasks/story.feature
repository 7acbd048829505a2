@tasks
Feature: A task from its making to its report
  Who looks after a site has tasks made of templates. The worker is told, goes there, answers what is
  asked, and leaves a report.

  Background:
    Given Sam looks after the tasks of Wim at the site "Dock 4" of Acme

  @smoke @TSK-001 @blocker @e2e @requires.database @requires.queue
  Scenario: A worker does a task, and its report tells of it
    Given a task template "Pump round" at "Dock 4" for Wim as follows
      | field  | value |
      | photos | 1     |
    And the template asks
      | question | kind   | required | low | high |
      | Pressure | number | yes      | 2   | 6    |
    When Sam makes a task of the template for Wim
    Then Wim is notified of "New task: Pump round"
    When Wim starts the task
    And he adds a photo to the task
    And he answers the task
      | question | answer |
      | Pressure | 4.5    |
    And he completes the task
    Then the report of the task is ready for Wim, who is told so once
    And it is a PDF that says of the task: who did it, where and when, and that it is "Completed"

  @TSK-001 @critical @integration @requires.database
  Scenario: Each step of a task is kept in its story
    Given Sam has planned the task "Pump round" at "Dock 4" for Wim
    When Wim starts the task
    And Wim puts the task on standby, since "The gate is locked"
    And Wim resumes the task
    And Wim completes the task
    And Sam reopens the task, since "The second pump was left out"
    Then its story is
      | state       | by  | comment                      |
      | assigned    | Sam |                              |
      | in_progress | Wim |                              |
      | standby     | Wim | The gate is locked           |
      | in_progress | Wim |                              |
      | completed   | Wim |                              |
      | in_progress | Sam | The second pump was left out |

  @TSK-004 @blocker @integration @requires.database @requires.queue
  Scenario: Whatever can be done with a task works on each that the platform made
    Given a task template "Pump round" at "Dock 4" for Wim with the schedule "0 */6 * * *"
    When the tasks of Acme that are due soon are made
    Then Wim can start, hold, take up again and complete each of its tasks, and Sam can reopen it

  @TSK-004 @critical @integration @requires.database @requires.queue
  Scenario: The same holds for preventive maintenance
    Given a preventive maintenance template "Grease the crane" at "Dock 4" for Wim with the schedule "0 8 * * 1,4"
    When the preventive maintenance of Acme that is due soon is made
    Then Wim can start, hold, take up again and complete each of its tasks, and Sam can reopen it
