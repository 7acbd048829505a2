@work_orders
Feature: Where a work order stands decides what can be done with it
  What an order's state does not allow is refused, with the state and what it can become, and leaves
  no trace.

  Background:
    Given Olga is an operator at Acme
    And Ada is an administrator at Acme

  @WO-004 @critical @integration @requires.database
  Scenario Outline: What an order's state allows is done
    Given Olga has the order "Repair of the crane", which is <state>
    When <somebody> tries to <verb> the order
    Then she succeeds
    And the order is <becomes>

    Examples: every move of the business's table
      | state       | somebody | verb     | becomes     |
      | draft       | Olga     | submit   | submitted   |
      | draft       | Ada      | cancel   | cancelled   |
      | submitted   | Ada      | approve  | approved    |
      | submitted   | Ada      | reject   | draft       |
      | submitted   | Ada      | cancel   | cancelled   |
      | approved    | Ada      | start    | in_progress |
      | approved    | Ada      | cancel   | cancelled   |
      | in_progress | Ada      | complete | completed   |
      | in_progress | Ada      | cancel   | cancelled   |
      | completed   | Ada      | close    | closed      |
      | completed   | Ada      | reopen   | in_progress |

  @WO-004 @critical @integration @requires.database
  Scenario Outline: What an order's state does not allow is refused
    Given Olga has the order "Repair of the crane", which is <state>
    When Ada tries to <verbs> the order, each in its turn
    Then each is refused, since from <state> it can only become <possible>
    And nothing about the order has changed

    Examples: every other verb in each of the seven states
      | state       | verbs                                                          | possible                     |
      | draft       | approve, reject, start, complete, close and reopen             | submitted and cancelled      |
      | submitted   | start, complete, close and reopen                              | approved, draft and cancelled |
      | approved    | approve, reject, complete, close and reopen                    | in_progress and cancelled    |
      | in_progress | approve, reject, start, close and reopen                       | completed and cancelled      |
      | completed   | approve, reject, start, complete and cancel                    | closed and in_progress       |
      | closed      | approve, reject, start, complete, close, reopen and cancel     | nothing                      |
      | cancelled   | approve, reject, start, complete, close, reopen and cancel     | nothing                      |

  @WO-004 @critical @integration @requires.database
  Scenario Outline: An order is submitted only while it is a draft
    Given Olga has the order "Repair of the crane", which is <state>
    When Olga tries to submit the order
    Then she is refused, since from <state> it can only become <possible>
    And nothing about the order has changed

    Examples: the other six states
      | state       | possible                      |
      | submitted   | approved, draft and cancelled |
      | approved    | in_progress and cancelled     |
      | in_progress | completed and cancelled       |
      | completed   | closed and in_progress        |
      | closed      | nothing                       |
      | cancelled   | nothing                       |

  @WO-004 @normal @integration @requires.database
  Scenario Outline: A permit is verified only while its order is submitted
    Given Olga has the order "Welding at the tank" with a permit that Ada verifies, which is <state>
    When Ada tries to verify the order
    Then she is refused, since from <state> it can only become <possible>
    And nothing about the order has changed

    Examples: the other six states
      | state       | possible                  |
      | draft       | submitted and cancelled   |
      | approved    | in_progress and cancelled |
      | in_progress | completed and cancelled   |
      | completed   | closed and in_progress    |
      | closed      | nothing                   |
      | cancelled   | nothing                   |

  @WO-004 @critical @concurrency @requires.database
  Scenario: Of eight who start an order at once one succeeds
    Given Olga has the order "Repair of the crane", which is approved
    When 8 starts of the order by Ada are sent at the same moment
    Then exactly 1 of them is accepted
    And the other 7 are refused as impossible in its present state

  @WO-004 @normal @integration @requires.database
  Scenario Outline: Only a draft's every field can be changed
    Given Uma is a supervisor at Acme
    And Uma has the order "Repair of the crane", which is <state>
    When Uma tries to change the description of the order to "The one at the gate"
    Then she is refused, since from <state> it can only become <possible>
    And nothing about the order has changed

    Examples: the other six states
      | state       | possible                      |
      | submitted   | approved, draft and cancelled |
      | approved    | in_progress and cancelled     |
      | in_progress | completed and cancelled       |
      | completed   | closed and in_progress        |
      | closed      | nothing                       |
      | cancelled   | nothing                       |

  @WO-004 @normal @integration @requires.database
  Scenario Outline: Who does the work can be changed while it is not done
    Given Wes is a worker at Acme
    And Olga has the order "Repair of the crane", which is <state>
    When Ada tries to assign the order to Wes
    Then <outcome>

    Examples: until the work is done
      | state       | outcome      |
      | submitted   | she succeeds |
      | approved    | she succeeds |
      | in_progress | she succeeds |

    Examples: and not after that
      | state     | outcome                                                                  |
      | completed | she is refused, since from completed it can only become closed and in_progress |
      | closed    | she is refused, since from closed it can only become nothing             |
      | cancelled | she is refused, since from cancelled it can only become nothing          |
