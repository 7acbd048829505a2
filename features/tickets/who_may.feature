@tickets
Feature: Who may do what with a ticket
  Whoever reported a ticket or has it sees it. Supervisors give tickets to people and raise them.

  Background:
    Given Sam is a supervisor, Opal an operator and Wim a worker at Acme

  @TKT-018 @blocker @security @requires.database
  Scenario Outline: Who neither reported a ticket nor has it does not see it
    Given Opal has reported the ticket "Leak at Dock 4"
    And Toni is <role> at Acme
    When Toni tries to read, change and move the ticket and to say something on it
    Then all of it is refused as unknown
    And nothing about the ticket has changed
    And Toni finds no ticket

    Examples: the roles that see the own only
      | role          |
      | a worker      |
      | a salesperson |
      | a verifier    |

  @TKT-018 @critical @security @requires.database
  Scenario: A worker sees a ticket from the moment of having it, and no longer than that
    Given Opal has reported the ticket "Leak at Dock 4"
    And Sam assigns the ticket to Wim
    When Wim tries to read the ticket
    Then he succeeds
    And he finds the ticket "Leak at Dock 4" and no other
    When Wim takes the ticket
    And Sam assigns the ticket to Opal
    And Wim tries to read the ticket
    Then he is refused as unknown
    And he finds no ticket

  @TKT-018 @critical @security @requires.database
  Scenario: A viewer looks at tickets and changes none
    Given Opal has reported the ticket "Leak at Dock 4"
    And Vera is a viewer at Acme
    When Vera tries to read the ticket
    Then she succeeds
    When she tries every change of the ticket
    Then all of it is refused as not allowed
    And nothing about the ticket has changed

  @TKT-018 @critical @security @requires.database
  Scenario Outline: Nobody below supervisors assigns a ticket or raises it
    Given Toni is <role> at Acme
    And Toni has reported the ticket "Leak at Dock 4"
    When Toni tries to assign the ticket to Wim
    Then she is refused as not allowed
    When she tries to escalate the ticket
    Then she is refused as not allowed
    When she tries to give the ticket the priority P0
    Then she is refused as not allowed
    And nothing about the ticket has changed

    Examples: every role below supervisors that reports tickets
      | role          |
      | an operator   |
      | a worker      |
      | a salesperson |
      | a verifier    |

  @TKT-018 @critical @security @requires.database
  Scenario Outline: Who reported a ticket speaks on it, closes it and takes it up again, whatever the role
    Given Toni is an operator at Acme
    And Toni has reported the ticket "Leak at Dock 4", which is resolved
    And Toni has become <role>
    When Toni tries to reopen the ticket
    Then she succeeds
    When she says "It drips again." on the ticket
    And Sam resolves the ticket, saying "The seal is new."
    And Toni tries to close the ticket, saying "Confirmed."
    Then she succeeds
    And Toni finds all that was said on the ticket

    Examples: every role below supervisors
      | role          |
      | an operator   |
      | a worker      |
      | a salesperson |
      | a verifier    |
      | a viewer      |

  @TKT-018 @critical @security @requires.database
  Scenario: An operator neither closes nor cancels what somebody else reported
    Given Wim has reported the ticket "Leak at Dock 4"
    When Opal tries to cancel the ticket, saying "No leak."
    Then she is refused as not allowed
    When she takes the ticket
    And she resolves the ticket, saying "The seal is new."
    And she tries to close the ticket, saying "Done."
    Then she is refused as not allowed
    And nothing about the ticket has changed

  @TKT-018 @normal @integration @requires.database
  Scenario: A ticket is given only to who works on tickets
    Given Opal has reported the ticket "Leak at Dock 4"
    And Vera is a viewer at Acme
    When Sam tries to assign the ticket to Vera
    Then he is refused as incomplete, since person_id is not allowed
    And nothing about the ticket has changed

  @TKT-018 @critical @security @requires.database
  Scenario: A ticket of another tenant does not exist
    Given Opal has reported the ticket "Leak at Dock 4"
    And Gleb is a supervisor at Globex
    When Gleb tries to read, change and move the ticket and to say something on it
    Then all of it is refused as unknown
    When he tries every change of the ticket
    Then all of it is refused as unknown
    And nothing about the ticket has changed
    And Gleb finds no ticket
