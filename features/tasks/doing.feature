@tasks
Feature: Doing a task
  What a template asks for must be there before a task is complete, and where the task is done is shown by
  a code at the place.

  Background:
    Given Sam looks after the tasks of Wim at the site "Dock 4" of Acme

  @TSK-012 @critical @integration @requires.database
  Scenario Outline: A task with a code is started with that code alone
    Given a task template "Pump round" at "Dock 4" for Wim as follows
      | field | value  |
      | scan  | <scan> |
      | code  | P-17   |
    And Sam has made a task of the template for Wim
    When Wim tries to start the task
    Then he is refused as incomplete, since scan_code is required
    When Wim tries to start the task with the code "P-18"
    Then he is refused as incomplete, since scan_code is not right
    And nothing about the task has changed
    When Wim tries to start the task with the code "P-17"
    Then he succeeds
    And the task is in_progress

    Examples: each way to enter it
      | scan    |
      | QR      |
      | NFC     |
      | entered |

  @TSK-012 @critical @integration @requires.database
  Scenario: A task that skips scanning is started without a code
    Given a task template "Pump round" at "Dock 4" for Wim as follows
      | field | value |
      | scan  | skip  |
    And Sam has made a task of the template for Wim
    When Wim starts the task
    Then the task is in_progress

  @TSK-012 @normal @security @requires.database
  Scenario: The code is told to who sets it, and not to who is to find it
    Given a task template "Pump round" at "Dock 4" for Wim as follows
      | field | value |
      | scan  | QR    |
      | code  | P-17  |
    And Sam has made a task of the template for Wim
    Then Sam reads the code "P-17" of the template
    And Wim finds the code "P-17" nowhere

  @TSK-013 @critical @integration @requires.database
  Scenario: Nobody's task is not started
    Given Ada is an administrator at Acme
    And Sam has planned the task "Pump round" at "Dock 4" for nobody
    When Ada tries to start the task
    Then she is refused as incomplete, since assignee_id is required
    And nothing about the task has changed

  @TSK-014 @critical @contract @requires.database
  Scenario: Who puts a task on standby says why
    Given a task "Pump round" of Wim's that is in_progress
    When Wim tries to put the task on standby without a word
    Then he is refused as incomplete, since comment is required
    And nothing about the task has changed
    When Wim puts the task on standby, since "The gate is locked"
    Then the task is standby, since "The gate is locked"

  @TSK-005 @critical @integration @requires.database
  Scenario: A task that is done in part is completed later
    Given a task template "Pump round" at "Dock 4" for Wim
    And the template asks
      | question | kind   | required | low | high |
      | Pressure | number | yes      | 2   | 6    |
      | Any leak | yes_no | yes      |     |      |
    And Sam has made a task of the template for Wim
    When Wim starts the task
    And Wim answers the task
      | question | answer |
      | Pressure | 4      |
    And Wim partly completes the task
    Then the task is partially_completed
    When Wim answers the task
      | question | answer |
      | Pressure | 4      |
      | Any leak | no     |
    And Wim completes the task
    Then the task is completed

  @TSK-005 @normal @integration @requires.database
  Scenario: A task of which nothing is done is not left in part
    Given a task template "Pump round" at "Dock 4" for Wim
    And Sam has made a task of the template for Wim
    And Wim starts the task
    When Wim tries to partly complete the task
    Then he is refused as incomplete, since answers is required
    When Wim adds a photo to the task
    And Wim partly completes the task
    Then the task is partially_completed

  @TSK-015 @critical @integration @requires.database
  Scenario: Completing names each required answer and photo that is missing
    Given a task template "Pump round" at "Dock 4" for Wim as follows
      | field  | value |
      | photos | 2     |
    And the template asks
      | question   | kind   | required | low | high |
      | Pressure   | number | yes      |     |      |
      | Any leak   | yes_no | yes      |     |      |
      | Other news | text   | no       |     |      |
    And Sam has made a task of the template for Wim
    And Wim starts the task
    When Wim tries to complete the task
    Then he is told that these are missing: answers.pressure, answers.any-leak and photos
    And nothing about the task has changed

  @TSK-015 @critical @integration @requires.database
  Scenario Outline: One photo or answer less than is required is too few
    Given a task template "Pump round" at "Dock 4" for Wim as follows
      | field  | value |
      | photos | 2     |
    And the template asks
      | question | kind | required | low | high |
      | Seen     | text | yes      |     |      |
    And Sam has made a task of the template for Wim
    And Wim starts the task
    And Wim has added <photos> photos to the task
    When Wim answers the task
      | question | answer   |
      | <asked>  | <answer> |
    And Wim tries to complete the task
    Then <outcome>

    Examples: both sides
      | photos | asked | answer  | outcome                                                 |
      | 1      | Seen  | A crack | he is refused as incomplete, since photos is required   |
      | 2      | Seen  | A crack | he succeeds                                             |

  @TSK-005 @critical @integration @requires.database
  Scenario: A number outside its range is flagged, and the limits are in it
    Given a task template "Pump round" at "Dock 4" for Wim
    And the template asks
      | question | kind   | required | low | high |
      | Inlet    | number | no       | 2   | 6    |
      | Outlet   | number | no       | 2   | 6    |
      | Tank     | number | no       | 2   | 6    |
      | Basin    | number | no       | 2   | 6    |
      | Any leak | yes_no | no       |     |      |
    And Sam has made a task of the template for Wim
    And Wim starts the task
    When Wim answers the task
      | question | answer |
      | Inlet    | 1.9    |
      | Outlet   | 2      |
      | Tank     | 6      |
      | Basin    | 6.1    |
      | Any leak | yes    |
    Then its answers are
      | question | answer | flagged |
      | Inlet    | 1.9    | yes     |
      | Outlet   | 2      | no      |
      | Tank     | 6      | no      |
      | Basin    | 6.1    | yes     |
      | Any leak | yes    | no      |

  @TSK-006 @critical @integration @requires.database
  Scenario Outline: A task that is completed after its time and its grace is overdue
    Given a task template "Pump round" at "Dock 4" for Wim as follows
      | field  | value |
      | plan   | 30    |
      | grace  | 10    |
      | expiry | 600   |
    And Sam has made a task of the template for Wim, planned <ago> ago
    And Wim starts the task
    When Wim tries to complete the task
    Then he succeeds
    And the task is completed
    And the task <overdue>

    Examples: both sides of the forty minutes
      | ago        | overdue        |
      | 39 minutes | is not overdue |
      | 40 minutes | is overdue     |

  @TSK-006 @normal @integration @requires.database @requires.clock
  Scenario: A task that was completed in time does not become overdue afterwards
    Given a task "Pump round" of Wim's that is completed
    When 2 hours pass
    Then the task is not overdue
