@work_orders
Feature: A site stays while work is to be done there
  Whoever would remove a site is told that an order is open at it. Once all is done or given up the
  site can go.

  Background:
    Given Acme has the site "Dock 9"
    And Olga is an operator at Acme
    And Sara is a supervisor at Acme

  @TEN-010 @critical @integration @requires.database
  Scenario Outline: A site at which an order is open stays
    Given Olga has the order "Repair of the crane" at "Dock 9", which is <state>
    When Sara tries to remove the site "Dock 9"
    Then she is refused as in use
    And nothing about the order has changed since then

    Examples: until it is closed or cancelled
      | state       |
      | draft       |
      | submitted   |
      | approved    |
      | in_progress |
      | completed   |

  @TEN-010 @normal @integration @requires.database
  Scenario Outline: A site at which nothing is to be done any more can go
    Given Olga has the order "Repair of the crane" at "Dock 9", which is <state>
    When Sara tries to remove the site "Dock 9"
    Then she succeeds
    And the order is still <state>

    Examples: done, or given up
      | state     |
      | closed    |
      | cancelled |

  @TEN-010 @TEN-013 @normal @security @requires.database
  Scenario: Another tenant's order holds no site, and no order counts as a task
    Given Globex has the site "Mill"
    And Gleb is an operator at Globex
    And Gleb has the order "Wheel of the mill" at "Mill", which is submitted
    And Olga has the order "Repair of the crane" at "Dock 9", which is cancelled
    When Sara tries to remove the site "Dock 9"
    Then she succeeds
    And the site "Mill" shows no open task
