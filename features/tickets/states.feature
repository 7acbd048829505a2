@tickets
Feature: Where a ticket stands decides what can become of it
  What a ticket's state does not allow is refused, with the state and what it allows, and leaves no
  trace.

  Background:
    Given Sam is a supervisor at Acme
    And Wim is a worker at Acme

  @TKT-004 @TKT-014 @blocker @integration @requires.database
  Scenario Outline: A ticket moves only along its table of states
    When Sam tries to move a ticket that is <state> to every state there is
    Then from <state> only <possible> could be reached, and what was refused left nothing behind

    Examples: every state with every state
      | state       | possible                                  |
      | new         | open, in_progress and cancelled           |
      | open        | in_progress, resolved, on_hold and cancelled |
      | in_progress | resolved, on_hold, open and cancelled     |
      | on_hold     | open, in_progress, resolved and cancelled |
      | resolved    | closed and open                           |
      | closed      | nothing                                   |
      | cancelled   | nothing                                   |

  @TKT-004 @critical @contract @requires.database
  Scenario: A state that there is not is refused
    Given Wim has reported the ticket "Leak at Dock 4"
    When Sam tries to move the ticket to "done"
    Then he is refused as incomplete, since to is not allowed
    And nothing about the ticket has changed

  @TKT-004 @critical @integration @requires.database
  Scenario: A new ticket is not resolved before anybody has opened it
    Given Wim has reported the ticket "Leak at Dock 4"
    When Sam tries to resolve the ticket, saying "Nothing to be done."
    Then he is refused, since a new ticket can only become open, in_progress and cancelled
    And nothing about the ticket has changed

  @TKT-004 @normal @integration @requires.database
  Scenario Outline: What has ended is changed by nobody
    Given Sam has reported the ticket "Leak at Dock 4", which is <state>
    When Sam tries to give the ticket the title "Leak at Dock 5"
    Then he is refused, since a <state> ticket can only become nothing
    When he tries to assign the ticket to Wim
    Then he is refused, since a <state> ticket can only become nothing
    When he tries to escalate the ticket
    Then he is refused, since a <state> ticket can only become nothing
    And nothing about the ticket has changed

    Examples: both ends
      | state     |
      | closed    |
      | cancelled |

  @TKT-015 @critical @contract @requires.database
  Scenario Outline: Whoever resolves, closes or cancels a ticket says something about it
    Given Sam has reported the ticket "Leak at Dock 4", which is <state>
    When Sam tries to <do> the ticket without a word
    Then he is refused as incomplete, since comment is required
    And nothing about the ticket has changed
    When he tries to <do> the ticket, saying " "
    Then he is refused as incomplete, since comment is too short
    When he tries to <do> the ticket, saying "x"
    Then he succeeds

    Examples: each that needs a word
      | do      | state       |
      | resolve | in_progress |
      | close   | resolved    |
      | cancel  | open        |

  @TKT-015 @normal @contract @requires.database
  Scenario: To take, open, hold and reopen a ticket no word is needed
    Given Wim has reported the ticket "Leak at Dock 4"
    When Sam tries to open the ticket without a word
    Then he succeeds
    When he tries to hold the ticket without a word
    Then he succeeds
    When he tries to take the ticket without a word
    Then he succeeds
    And the ticket is in_progress, and Sam has it

  @TKT-013 @critical @integration @requires.database
  Scenario: Who reported a ticket takes it up again when it was not resolved after all
    Given Wim has reported the ticket "Leak at Dock 4", which is resolved
    When Wim tries to reopen the ticket without a word
    Then he succeeds
    And the ticket is open, and nothing tells of a resolution any more

  @TKT-013 @critical @security @requires.database
  Scenario: Of others a supervisor takes a resolved ticket up again, and nobody below
    Given Wim has reported the ticket "Leak at Dock 4"
    And Opal is an operator at Acme
    And Opal takes the ticket
    And Opal resolves the ticket, saying "The seal is new."
    When Opal tries to reopen the ticket
    Then she is refused as not allowed
    And nothing about the ticket has changed
    When Sam tries to reopen the ticket
    Then he succeeds
    And the ticket is open, and nothing tells of a resolution any more

  @TKT-013 @critical @integration @requires.database
  Scenario: A closed ticket is taken up again by nobody
    Given Wim has reported the ticket "Leak at Dock 4", which is closed
    When Wim tries to reopen the ticket
    Then he is refused, since a closed ticket can only become nothing
    When Sam tries to reopen the ticket
    Then he is refused, since a closed ticket can only become nothing
    And nothing about the ticket has changed
