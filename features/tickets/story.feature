@tickets
Feature: A trouble from its report to its end
  Whoever meets a trouble reports it. Somebody takes it, resolves it, and the one who reported it
  confirms that it is gone.

  Background:
    Given Sam is a supervisor, Opal an operator and Wim a worker at Acme

  @smoke @TKT-001 @blocker @e2e @requires.database @requires.queue
  Scenario: A reported trouble is taken, resolved, confirmed and closed
    Given Wim has reported the ticket "Leak at Dock 4"
    And Wim watches the ticket
    When Sam assigns the ticket to Opal
    And Opal takes the ticket
    And Opal resolves the ticket, saying "The seal is new."
    Then the ticket is resolved with "The seal is new."
    When Wim says "It is dry." on the ticket
    And Wim closes the ticket, saying "Confirmed."
    Then the ticket is closed, and Opal has it
    And Wim sees of the ticket exactly these changes, in this order
      | what changed                    |
      | assignee, status                |
      | status                          |
      | resolution, resolved_at, status |
      | commented                       |
      | closed_at, status               |

  @TKT-001 @critical @integration @requires.database
  Scenario: Each step of a trouble stands in its history
    Given Wim has reported the ticket "Leak at Dock 4"
    When Sam assigns the ticket to Opal
    And Opal takes the ticket
    And Opal resolves the ticket, saying "The seal is new."
    And Wim closes the ticket, saying "Confirmed."
    Then the history of the ticket is
      | who  | what     | from        | to          | saying           |
      | Wim  | status   |             | new         |                  |
      | Sam  | assignee | nobody      | Opal        |                  |
      | Sam  | status   | new         | open        |                  |
      | Opal | status   | open        | in_progress |                  |
      | Opal | status   | in_progress | resolved    | The seal is new. |
      | Wim  | status   | resolved    | closed      | Confirmed.       |

  @TKT-001 @normal @integration @requires.database @requires.queue
  Scenario: Whoever gets a trouble, and whoever reported one that is resolved, is told so
    Given Wim has reported the ticket "Leak at Dock 4"
    When Sam assigns the ticket to Opal
    And Opal takes the ticket
    And Opal resolves the ticket, saying "The seal is new."
    Then Opal is notified of "TKT-00001 is assigned to you"
    And Wim is notified of "TKT-00001 is resolved"
    And Wim got no notification "TKT-00001 is assigned to you"

  @TKT-001 @critical @integration @requires.database
  Scenario: Who takes a trouble that nobody has, has it
    Given Wim has reported the ticket "Leak at Dock 4"
    When Opal takes the ticket
    Then the ticket is in_progress, and Opal has it
    When Opal holds the ticket
    And Sam takes the ticket
    Then the ticket is in_progress, and Opal has it

  @TKT-003 @critical @integration @requires.database
  Scenario: What is reported is numbered, new and in the list
    Given Acme has the site "Dock 4"
    When Wim reports the ticket "Leak" of the category "Water" at the site "Dock 4", saying "Below the crane"
    Then the ticket has the number "TKT-00001", is new and just as it was reported
    And the ticket is due 72 hours after its creation
    And Sam finds the ticket "Leak" and no other

  @TKT-003 @normal @integration @requires.database
  Scenario: Tickets are found by how they stand, and the one that is due first comes first
    Given Acme has the site "Dock 4"
    And Wim has reported the ticket "Leak" of priority P3
    And Wim has reported the ticket "Fire" of priority P0 at the site "Dock 4"
    And Wim has reported the ticket "Lamp" of priority P1
    And Opal takes the ticket "Lamp"
    Then Sam is answered as follows on asking for tickets
      | asked for                       | found            |
      | sort due_at                     | Fire, Lamp, Leak |
      | sort -due_at                    | Leak, Lamp, Fire |
      | status new                      | Fire, Leak       |
      | status in_progress,closed       | Lamp             |
      | priority P0,P1                  | Lamp, Fire       |
      | priority P0, status in_progress |                  |
      | overdue true                    |                  |
