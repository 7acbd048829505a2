@tickets
Feature: When a ticket is due
  The graver a trouble, the sooner it is due. Whoever has it is warned once before.

  Background:
    Given Sam is a supervisor at Acme
    And Opal is an operator at Acme

  @TKT-005 @critical @integration @requires.database
  Scenario Outline: Each priority has its own time from a ticket's creation to its due time
    When Opal reports the ticket "Leak at Dock 4" of priority <priority>
    Then the ticket is of priority <priority>
    And the ticket is due <hours> hours after its creation

    Examples: every priority
      | priority | hours |
      | P0       | 4     |
      | P1       | 24    |
      | P2       | 72    |
      | P3       | 168   |

  @TKT-005 @critical @integration @requires.database
  Scenario: A ticket without a priority is P2
    When Opal reports the ticket "Leak at Dock 4"
    Then the ticket is of priority P2
    And the ticket is due 72 hours after its creation

  @TKT-006 @critical @integration @requires.database @requires.clock
  Scenario: With another priority the time begins anew
    Given Opal has reported the ticket "Leak at Dock 4" of priority P2
    When 10 hours pass
    And Sam gives the ticket the priority P1
    Then the ticket is of priority P1, and due 24 hours after that change
    When 1 hour passes
    And Sam gives the ticket the title "Leak at Dock 5"
    Then the ticket is of priority P1, and due 24 hours after that change

  @TKT-010 @critical @integration @requires.database @requires.clock
  Scenario Outline: Only what nobody is at is overdue when its time is over
    Given Opal has reported the ticket "Leak at Dock 4", which is <state>
    When 4319 minutes pass
    Then the ticket is not overdue
    When 1 minute passes
    Then the ticket is <overdue>

    Examples: every state
      | state       | overdue     |
      | new         | overdue     |
      | open        | overdue     |
      | on_hold     | overdue     |
      | in_progress | not overdue |
      | resolved    | not overdue |
      | closed      | not overdue |
      | cancelled   | not overdue |

  @TKT-009 @critical @integration @requires.database @requires.clock @requires.queue
  Scenario: Whoever has a ticket is warned once when three quarters of its time have passed
    Given Opal has reported the ticket "Leak at Dock 4" of priority P0
    And Sam assigns the ticket to Opal
    When 179 minutes pass
    And the platform looks for tickets that will soon be due
    Then Opal got no notification "TKT-00001 will soon be due"
    When 1 minute passes
    And the platform looks for tickets that will soon be due
    And the platform looks for tickets that will soon be due
    Then Opal got exactly 1 notification "TKT-00001 will soon be due"
    And Sam got no notification "TKT-00001 will soon be due"

  @TKT-009 @critical @integration @requires.database @requires.clock @requires.queue
  Scenario: The supervisors are warned of a ticket that nobody has
    Given Sue is a supervisor at Acme
    And Opal has reported the ticket "Leak at Dock 4" of priority P0
    When 180 minutes pass
    And the platform looks for tickets that will soon be due
    Then Sam got exactly 1 notification "TKT-00001 will soon be due"
    And Sue got exactly 1 notification "TKT-00001 will soon be due"
    And Opal got no notification "TKT-00001 will soon be due"

  @TKT-009 @normal @integration @requires.database @requires.clock @requires.queue
  Scenario: With a new due time there is another warning
    Given Opal has reported the ticket "Leak at Dock 4" of priority P0
    And Sam assigns the ticket to Opal
    And 180 minutes pass
    And the platform has looked for tickets that will soon be due
    When Sam gives the ticket the priority P1
    And the platform looks for tickets that will soon be due
    Then Opal got exactly 1 notification "TKT-00001 will soon be due"
    When 18 hours pass
    And the platform looks for tickets that will soon be due
    Then Opal got exactly 2 notifications "TKT-00001 will soon be due"

  @TKT-009 @normal @integration @requires.database @requires.clock @requires.queue
  Scenario: Nobody is warned of what is resolved
    Given Opal has reported the ticket "Leak at Dock 4", which is resolved
    When 3 days pass
    And the platform looks for tickets that will soon be due
    Then Opal got no notification "TKT-00001 will soon be due"
    And Sam got no notification "TKT-00001 will soon be due"
