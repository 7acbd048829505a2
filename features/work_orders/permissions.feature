@work_orders
Feature: Who may do what with work orders
  A worker sees and does what is assigned to the worker. The author writes and submits, supervisors
  assign, decide and close, and who may only look changes nothing.

  Background:
    Given Olga is an operator at Acme
    And Sara is a supervisor at Acme
    And Wes is a worker at Acme

  @WO-018 @blocker @security @requires.database
  Scenario: A worker sees and does only what is assigned to the worker
    Given Walt is a worker at Acme
    And Olga has the order "Paint for the gate", which is approved, for Walt
    And Olga has the order "Repair of the crane", which is approved, for Wes
    Then Wes finds exactly the orders "Repair of the crane"
    When Walt tries to read the order
    Then he is refused exactly as for an order that nobody has
    When Walt tries to start, complete the order, each in its turn
    Then all of it is refused exactly as for an order that nobody has
    And nothing about the order has changed

  @WO-018 @critical @e2e @requires.database
  Scenario: The supervisor assigns and closes, the worker starts and completes
    Given Olga has the order "Repair of the crane", which is approved
    Then Wes finds no order
    And Sara finds exactly the orders "Repair of the crane"
    When Sara assigns the order to Wes
    Then Wes finds exactly the orders "Repair of the crane"
    When Wes starts the order
    And Wes completes the order
    And Sara closes the order
    Then the order is closed

  @WO-018 @blocker @security @requires.database
  Scenario Outline: Who may only look, or nothing at all, changes nothing
    Given Olga has the order "Repair of the crane", which is approved, for Wes
    And Vera is <role> at Acme
    When Vera tries to change, submit, cancel, verify, approve, reject, start, complete, close and reopen the order
    Then all of it is refused as not allowed
    And nothing about the order has changed

    Examples: three roles
      | role          |
      | a viewer      |
      | a salesperson |
      | a verifier    |

  @WO-018 @critical @security @requires.database
  Scenario: A worker neither changes, decides nor closes the own work
    Given Olga has the order "Repair of the crane", which is completed, for Wes
    When Wes tries to change, submit, cancel, verify, approve, reject, close and reopen the order
    Then all of it is refused as not allowed
    And nothing about the order has changed

  @WO-018 @critical @security @requires.database
  Scenario Outline: A draft is its author's
    Given Tom is <role> at Acme
    And Olga has drafted the order "Repair of the crane"
    When Tom tries to change, submit the order
    Then all of it is refused as not allowed
    And nothing about the order has changed

    Examples: whoever else may write
      | role             |
      | a supervisor     |
      | an operator      |
      | an administrator |

  @WO-018 @normal @security @requires.database
  Scenario Outline: Who gives an order up
    Given Omar is <role> at Acme
    And Olga has the order "Repair of the crane", which is <state>
    When <somebody> tries to cancel the order
    Then <outcome>

    Examples: the author until it is approved, supervisors and administrators later, too
      | role             | state       | somebody | outcome                      |
      | an operator      | draft       | Olga     | she succeeds                 |
      | an operator      | submitted   | Olga     | she succeeds                 |
      | an operator      | approved    | Olga     | she is refused as not allowed |
      | an operator      | in_progress | Olga     | she is refused as not allowed |
      | an operator      | draft       | Omar     | he is refused as not allowed |
      | an operator      | submitted   | Omar     | he is refused as not allowed |
      | a supervisor     | draft       | Omar     | he succeeds                  |
      | a supervisor     | in_progress | Omar     | he succeeds                  |
      | an administrator | approved    | Omar     | he succeeds                  |

  @WO-018 @normal @security @requires.database
  Scenario: An operator assigns nobody once the order is submitted
    Given Olga has the order "Repair of the crane", which is submitted
    When Olga tries to assign the order to Wes
    Then she is refused as not allowed
    And nothing about the order has changed

  @WO-018 @critical @security @requires.database
  Scenario: Another tenant's order does not exist
    Given Greta is an administrator at Globex
    And Olga has the order "Repair of the crane", which is submitted
    Then Greta finds no order
    When Greta tries to read the order
    Then she is refused exactly as for an order that nobody has
    When Greta tries to change, submit, cancel, verify, approve, reject, start, complete, close and reopen the order
    Then all of it is refused exactly as for an order that nobody has
    And nothing about the order has changed
