@tickets
Feature: Tickets as they change
  Whoever watches a ticket sees it as it is, and then each change once and in order.

  Background:
    Given Sam is a supervisor, Opal an operator and Wim a worker at Acme

  @TKT-012 @blocker @e2e @requires.database @requires.queue
  Scenario: Who watches a ticket is shown how it stands, and then each change once
    Given Wim has reported the ticket "Leak at Dock 4"
    And Sam gives the ticket the priority P3
    When Wim watches the ticket
    And Sam escalates the ticket
    And Opal takes the ticket
    And Opal says "Who has the key?" on the ticket
    And Opal holds the ticket
    Then Wim is shown the ticket first, as it was
    And Wim sees of the ticket exactly these changes, in this order
      | what changed                                                     |
      | due_at, escalated_at, escalated_by, escalation_level, priority   |
      | assignee, status                                                 |
      | commented                                                        |
      | status                                                           |

  @TKT-012 @critical @integration @requires.database @requires.queue
  Scenario: Of what is refused or changes nothing nobody is told
    Given Wim has reported the ticket "Leak at Dock 4"
    And Sam watches the ticket
    When Opal tries to resolve the ticket, saying "Done."
    And Opal tries to close the ticket without a word
    And Opal tries to give the ticket the priority P0
    And Sam tries to move the ticket to "new"
    And Sam gives the ticket the title "Leak at Dock 4"
    Then Sam sees no change of the ticket

  @TKT-012 @critical @security @requires.database @requires.queue
  Scenario: Who does not have a ticket any more is told nothing more of it
    Given Opal has reported the ticket "Leak at Dock 4"
    And Sam assigns the ticket to Wim
    And Wim watches the ticket
    When Sam assigns the ticket to Opal
    And Sam gives the ticket the title "Leak of the pump"
    Then Wim watches the ticket no longer, since it is forbidden
    And Wim sees nothing more of the ticket

  @TKT-012 @normal @integration @requires.database @requires.queue
  Scenario: The watching of a ticket ends with it
    Given Wim has reported the ticket "Leak at Dock 4"
    And Wim watches the ticket
    When Wim cancels the ticket, saying "No leak."
    Then Wim sees of the ticket exactly these changes, in this order
      | what changed |
      | status       |
    And Wim watches the ticket no longer, since it is final

  @RT-036 @blocker @security @requires.database
  Scenario: A ticket of another tenant cannot be watched
    Given Opal has reported the ticket "Leak at Dock 4"
    And Gleb is a supervisor at Globex
    When Gleb tries to watch the ticket
    Then he is turned away and disconnected, exactly as from a ticket that nobody has

  @TKT-018 @critical @security @requires.database
  Scenario: A ticket that one may not see cannot be watched
    Given Opal has reported the ticket "Leak at Dock 4"
    When Wim tries to watch the ticket
    Then he is turned away and disconnected, exactly as from a ticket that nobody has

  @API-053 @critical @concurrency @requires.database
  Scenario: Of two who rename a ticket from the same version one does
    Given Wim has reported the ticket "Leak at Dock 4"
    When Sam and Opal rename the ticket from version 1 at the same moment
    Then exactly 1 of them is accepted
    And the other one is refused as outdated, since there is version 2 now
    And the ticket is as the one who was accepted left it

  @API-053 @critical @integration @requires.database
  Scenario: Who comes from an older version of a ticket is refused, and the newer state stays
    Given Wim has reported the ticket "Leak at Dock 4"
    And Opal takes the ticket
    When Sam tries to rename the ticket from version 1
    Then he is refused as outdated, since there is version 2 now
    And nothing about the ticket has changed
