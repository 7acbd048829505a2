@tasks
Feature: Photos of a task
  A photo is JPEG or PNG by what it holds, whatever it is called, and has at most 5 MB.

  Background:
    Given Sam is a supervisor at Acme
    And Wim is a worker at Acme
    And a task "Pump round" of Wim's that is in_progress

  @TSK-017 @critical @contract @requires.database
  Scenario Outline: A picture of a known kind is kept as it was sent
    When Wim tries to add a <kind> of <size> to the task as "<name>"
    Then he succeeds
    And the task has the <kind> as its photo, which Sam can fetch

    Examples: both kinds, up to the largest, and whatever they are called
      | kind | size     | name     |
      | jpeg | any size | pump.jpg |
      | png  | any size | pump.png |
      | png  | any size | pump.jpg |
      | jpeg | any size | pump.gif |
      | jpeg | 5 MB     | pump.jpg |
      | png  | 5 MB     | pump.png |

  @TSK-017 @critical @contract @requires.database
  Scenario Outline: Another file, or a larger one, is refused and not kept
    When Wim tries to add a <kind> of <size> to the task as "<name>"
    Then he is refused as <refusal>
    And the task has 0 photos

    Examples: another kind, and a byte too much
      | kind | size            | name     | refusal         |
      | gif  | any size        | pump.gif | of another kind |
      | gif  | any size        | pump.jpg | of another kind |
      | jpeg | 5 MB and a byte | pump.jpg | too large       |
      | png  | 5 MB and a byte | pump.png | too large       |
      | jpeg | 21 MB           | pump.jpg | too large       |

  @TSK-017 @critical @contract @requires.database
  Scenario: A text that is called a picture is none
    When Wim tries to add a text that is called "pump.jpg" to the task
    Then he is refused as of another kind
    And the task has 0 photos

  @TSK-017 @normal @contract @requires.database
  Scenario: A task has twenty photos, and not one more
    Given Wim has added 20 photos to the task
    When Wim tries to add a jpeg of any size to the task as "pump.jpg"
    Then he is refused as incomplete, since file is too long
    And the task has 20 photos
