@work_orders
Feature: What is found is written down
  An order has a checklist. What must be answered is answered before the work is done, and a number
  that is not where it should be is marked.

  Background:
    Given Olga is an operator at Acme
    And Sara is a supervisor at Acme
    And Wes is a worker at Acme

  @WO-015 @critical @integration @requires.database
  Scenario: Work is not done while a required line has no answer
    Given Olga has the order "Repair of the crane" with the checklist "Pressure (number, required), Colour (text), Safe (yes or no, required)", which is in_progress, for Wes
    When Wes tries to complete the order
    Then he is told that Pressure and Safe of the order are to be answered first
    And nothing about the order has changed
    When Wes answers "Safe" of the order with "no"
    And Wes answers "Pressure" of the order with "0"
    And Wes completes the order
    Then the order is completed

  @WO-009 @critical @e2e @requires.database
  Scenario: A number outside its range is kept and marked, and the supervisors are told once
    Given Olga has the order "Repair of the crane" with the checklist "Pressure (number, 1 to 5), Colour (text)", which is in_progress, for Wes
    When Wes answers "Pressure" of the order with "5.5"
    And Wes answers "Colour" of the order with "red"
    Then the checklist of the order reads
      | item     | answer | marked | by  |
      | Pressure | 5.5    | yes    | Wes |
      | Colour   | red    |        | Wes |
    And Sara got exactly 1 notification "Out of range: Repair of the crane"
    And Olga got no notification "Out of range: Repair of the crane"

  @WO-009 @normal @integration @requires.database
  Scenario Outline: Where a range begins and ends
    Given Olga has the order "Repair of the crane" with the checklist "<line>", which is in_progress, for Wes
    When Wes answers "Pressure" of the order with "<answer>"
    Then the checklist of the order reads
      | item     | answer   | marked   | by  |
      | Pressure | <answer> | <marked> | Wes |

    Examples: both ends belong to it, and either may be open
      | line                         | answer | marked |
      | Pressure (number, 1 to 5)    | 0.99   | yes    |
      | Pressure (number, 1 to 5)    | 1      |        |
      | Pressure (number, 1 to 5)    | 5      |        |
      | Pressure (number, 1 to 5)    | 5.01   | yes    |
      | Pressure (number, -3 to)     | -3.5   | yes    |
      | Pressure (number, -3 to)     | 9000   |        |
      | Pressure (number, to 5)      | -9000  |        |
      | Pressure (number, to 5)      | 6      | yes    |
      | Pressure (number)            | 9000   |        |

  @WO-009 @normal @integration @requires.database
  Scenario: A number that is corrected is not marked any more
    Given Olga has the order "Repair of the crane" with the checklist "Pressure (number, 1 to 5)", which is in_progress, for Wes
    When Wes answers "Pressure" of the order with "55"
    And Wes answers "Pressure" of the order with "55"
    And Wes answers "Pressure" of the order with "5"
    Then the checklist of the order reads
      | item     | answer | marked | by  |
      | Pressure | 5      |        | Wes |
    And Sara got exactly 1 notification "Out of range: Repair of the crane"

  @WO-015 @normal @integration @requires.database
  Scenario Outline: An answer is of its line's kind
    Given Olga has the order "Repair of the crane" with the checklist "Answer (<kind>)", which is in_progress, for Wes
    When Wes tries to answer "Answer" of the order with "<answer>"
    Then he is refused as incomplete, since answer is of the wrong kind
    And nothing about the order has changed

    Examples: each kind, and another
      | kind      | answer |
      | text      | 3      |
      | text      | yes    |
      | number    | high   |
      | number    | yes    |
      | yes or no | high   |
      | yes or no | 1      |

  @WO-004 @normal @integration @requires.database
  Scenario Outline: A checklist is answered while the work is done
    Given Olga has the order "Repair of the crane" with the checklist "Pressure (number)", which is <state>, for Wes
    When Wes tries to answer "Pressure" of the order with "3"
    Then he is refused, since from <state> it can only become <possible>
    And nothing about the order has changed

    Examples: neither before nor after
      | state     | possible                      |
      | draft     | submitted and cancelled       |
      | submitted | approved, draft and cancelled |
      | approved  | in_progress and cancelled     |
      | completed | closed and in_progress        |
      | closed    | nothing                       |
      | cancelled | nothing                       |
