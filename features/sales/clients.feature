@sales
Feature: Clients
  Who sells keeps the own clients. What has become of their deals shows whether they are clear; to a
  bad debtor nothing more is sold.

  Background:
    Given Sara is a supervisor, Sasha a salesperson and Vito a verifier at Acme

  @SUI-023 @critical @integration @requires.database
  Scenario: A client is just as it was sent, and a new one is pending
    When Sasha adds the client "Nord Ltd" with
      | field | value         |
      | phone | +491511234567 |
    Then the client "Nord Ltd" is Sasha's, and just as it was sent

  @partly.SAL-007 @critical @contract @requires.database
  Scenario: A client is added, read, changed, listed and deleted
    Given Sasha has the client "Nord Ltd"
    And Sasha has the client "Ost Ltd"
    When Sasha changes the phone of the client "Nord Ltd" to "0123456789"
    Then the client "Nord Ltd" has the phone "0123456789"
    And Sasha finds the clients "Ost Ltd, Nord Ltd" and no other
    When Sasha deletes the client "Nord Ltd"
    Then she succeeds
    And the client "Nord Ltd" is gone

  @SAL-031 @critical @contract @requires.database
  Scenario: Of a client of which nothing is said each needed field is named
    When Sasha tries to add a client of which nothing is said
    Then she is refused as incomplete, since these are required
      | field |
      | name  |
      | email |
    And she finds no client

  @SAL-033 @critical @integration @requires.database
  Scenario: An e-mail address is one client's in the tenant, in whatever letters
    Given Gleb is a salesperson at Globex
    And Sasha has the client "Nord Ltd" with the email "Sales@Nord.example"
    When Sara tries to add the client "Nordic" with the email "sALES@nord.EXAMPLE"
    Then she is refused, since the email is taken
    When Gleb tries to add the client "Nord Ltd" with the email "Sales@Nord.example"
    Then he succeeds
    And Sara finds 1 client

  @SAL-033 @normal @integration @requires.database
  Scenario: An e-mail address is not changed to another client's
    Given Sasha has the client "Ost Ltd" with the email "ost@nord.example"
    And Sasha has the client "Nord Ltd"
    When Sasha tries to change the email of the client "Nord Ltd" to "OST@nord.example"
    Then she is refused, since the email is taken
    And nothing about the client "Nord Ltd" has changed

  @SAL-033 @critical @concurrency @requires.database
  Scenario: Of eight clients at once with one e-mail address one is added
    When Sasha and Sara add 8 clients with the email "sales@nord.example" at the same moment
    Then exactly 1 of them is accepted
    And the other 7 are refused as already used
    And Sara finds 1 client

  @SAL-035 @critical @contract @requires.database
  Scenario Outline: A phone number has 10 to 15 digits
    When Sasha tries to add a client with the phone "<phone>"
    Then she succeeds

    Examples: the shortest and the longest
      | phone            |
      | 0123456789       |
      | +0123456789      |
      | 012345678901234  |
      | +012345678901234 |

  @SAL-035 @critical @contract @requires.database
  Scenario Outline: A phone number that is none is refused
    When Sasha tries to add a client with the phone "<phone>"
    Then she is refused as incomplete, since phone is <fault>
    And she finds no client

    Examples: a digit too few or too many, and other signs
      | phone             | fault     |
      | 012345678         | malformed |
      | 0123456789012345  | malformed |
      | +0123456789012345 | too long  |
      | 01234 56789       | malformed |
      | 0123456789+       | malformed |
      | ++0123456789      | malformed |
      | 012345678a        | malformed |
      | ٠١٢٣٤٥٦٧٨٩        | malformed |

  @SAL-031 @normal @contract @requires.database
  Scenario Outline: A client's name and e-mail address are well formed
    When Sasha tries to add a client with the <field> "<value>"
    Then she is refused as incomplete, since <field> is <fault>
    And she finds no client

    Examples: nearly right
      | field  | value | fault         |
      | name   |       | too short     |
      | email  | nord  | malformed     |
      | status | clear | no field of it |

  @SAL-019 @critical @integration @requires.database
  Scenario: A client is clear once all deals are paid, and pending with the next one
    Given Sasha has the client "Nord Ltd"
    And Sasha has the deal "Lifts" of 500.00
    And Sasha has the deal "Stairs" of 300.00
    And Sasha has recorded a payment of 500.00 on the deal "Lifts", which Vito has verified
    Then the client "Nord Ltd" is still pending
    Given Sasha has recorded a payment of 300.00 on the deal "Stairs", which Vito has verified
    Then the client "Nord Ltd" is clear
    When Sasha makes the deal "Doors" of 100.00
    Then the client "Nord Ltd" is pending
    When Sasha cancels the deal "Doors"
    Then the client "Nord Ltd" is clear

  @SAL-019 @critical @integration @requires.database
  Scenario: A refund, a raised value and a deleted deal show in the client's state
    Given Ada is an administrator at Acme
    And Sasha has the deal "Lifts" of 500.00
    And Sasha has recorded a payment of 500.00 on the deal "Lifts", which Vito has verified
    Then the client is clear
    When Sasha changes the value of the deal "Lifts" to "500.01"
    Then the client is pending
    When Sasha changes the value of the deal "Lifts" to "500.00"
    Then the client is clear
    When Ada refunds the payment, saying "Sent twice"
    Then the client is pending

  @SAL-019 @normal @integration @requires.database
  Scenario: With nothing paid a client is pending, and with what is left it is clear
    Given Sasha has the client "Nord Ltd"
    And Sasha has the deal "Lifts" of 500.00
    And Sasha has cancelled the deal "Lifts"
    Then the client is pending
    Given Sasha has the deal "Stairs" of 300.00
    And Sasha has recorded a payment of 300.00 on the deal "Stairs", which Vito has verified
    And Sasha has the deal "Doors" of 100.00
    Then the client is pending
    When Sasha deletes the deal "Doors"
    Then the client is clear

  @SAL-019 @critical @integration @requires.database
  Scenario: To a bad debtor nothing more is sold, and what was sold can still be paid
    Given Sasha has the client "Nord Ltd"
    And Sasha has the deal "Lifts" of 500.00
    When Sara marks the client as a bad debtor
    Then the client is bad_debt
    When Sasha tries to make a deal for the client "Nord Ltd"
    Then she is refused, since a bad_debt client can only become pending and clear
    And Sasha finds the deal "Lifts" and no other
    Given Sasha has recorded a payment of 500.00 on the deal "Lifts", which Vito has verified
    Then the client is still bad_debt
    When Sara forgives the client the debt
    Then the client is clear

  @SAL-019 @critical @security @requires.database
  Scenario Outline: Only supervisors and administrators call somebody a bad debtor
    Given Toni is <role> at Acme
    And Sara has the client "Nord Ltd"
    When Toni tries to mark the client as a bad debtor
    Then she is refused as not allowed
    And nothing about the client has changed
    When Toni tries to forgive the client the debt
    Then she is refused as not allowed

    Examples: every other role that has to do with sales
      | role          |
      | a salesperson |
      | a verifier    |
      | a viewer      |

  @SAL-019 @critical @concurrency @requires.database
  Scenario: Of two who mark a bad debtor at the same moment one does, and the other is told
    Given Ada is an administrator at Acme
    And Sasha has the client "Nord Ltd"
    When Ada and Sara mark the client as a bad debtor at the same moment
    Then exactly 1 of them is accepted
    And the other 1 is refused as impossible in its present state
    And the client is bad_debt

  @SAL-019 @normal @integration @requires.database
  Scenario: Who is no bad debtor cannot be forgiven
    Given Sasha has the client "Nord Ltd"
    When Sara tries to forgive the client the debt
    Then she is refused, since a pending client can only become bad_debt

  @SAL-032 @critical @contract @requires.database
  Scenario: A client that nobody has cannot be read, changed or deleted
    Given Sasha has the client "Nord Ltd"
    When Sasha deletes the client
    And Sasha tries to read, change and delete the client
    Then all of it is refused as unknown

  @partly.SAL-007 @critical @integration @requires.database
  Scenario: A client with whom there is a deal stays
    Given Sasha has the deal "Lifts" of 500.00
    When Sasha tries to delete the client
    Then she is refused as in use
    And nothing about the client has changed
    When Sasha deletes the deal "Lifts"
    And Sasha deletes the client
    Then she succeeds
    And the client is gone

  @SAL-046 @blocker @security @requires.database
  Scenario: A colleague's client does not exist for a salesperson
    Given Toni is a salesperson at Acme
    And Sasha has the client "Nord Ltd"
    When Toni tries to read, change and delete the client
    Then all of it is refused as unknown
    And nothing about the client has changed
    And Toni finds no client
    And Sara finds the client "Nord Ltd" and no other
    And Vito finds the client "Nord Ltd" and no other

  @SAL-046 @critical @security @requires.database
  Scenario: A supervisor gives a client to a colleague, and a salesperson does not
    Given Toni is a salesperson at Acme
    And Sasha has the client "Nord Ltd"
    When Sasha tries to change the owner_id of the client to "Toni"
    Then she is refused as not allowed
    And nothing about the client has changed
    When Sara changes the owner_id of the client to "Toni"
    Then Toni finds the client "Nord Ltd" and no other
    And Sasha finds no client

  @SAL-046 @normal @integration @requires.database
  Scenario: Only who sells owns clients
    Given Otto is an operator at Acme
    And Gleb is a salesperson at Globex
    When Sara tries to add a client with the owner_id "Otto"
    Then she is refused as incomplete, since owner_id is not allowed
    When Sara tries to add a client with the owner_id "Gleb"
    Then she is refused as incomplete, since owner_id is not known
    And she finds no client

  @SAL-047 @critical @security @requires.database
  Scenario Outline: Who may only look at clients neither adds nor changes one
    Given Toni is <role> at Acme
    And Sasha has the client "Nord Ltd"
    When Toni tries to add the client "Ost Ltd"
    Then she is refused as not allowed
    When Toni tries to change the name of the client "Nord Ltd" to "Mine"
    Then she is refused as not allowed
    When Toni tries to delete the client "Nord Ltd"
    Then she is refused as not allowed
    And nothing about the client has changed
    And Sara finds the client "Nord Ltd" and no other

    Examples: every role that reads all and writes nothing
      | role       |
      | a verifier |
      | a viewer   |

  @partly.SAL-007 @normal @contract @requires.database
  Scenario: Clients are found by their state and by a part of their name or e-mail address
    Given Sasha has the client "Nord Ltd" with the email "sales@polar.example"
    And Sasha has the client "Ost & Nordic" with the email "sales@ost.example"
    And Sara has marked the client "Nord Ltd" as a bad debtor
    Then Sasha is answered as follows on asking for clients
      | asked for             | found                  |
      | q nord                | Ost & Nordic, Nord Ltd |
      | q POLAR               | Nord Ltd               |
      | q polar, status clear |                        |
      | status bad_debt       | Nord Ltd               |
      | status pending,clear  | Ost & Nordic           |
      | q %                   |                        |
