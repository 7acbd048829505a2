@work_orders
Feature: A vendor needs no account
  When an order is approved its vendor is mailed a link. Whoever has it sees what is to be done,
  accepts or declines it, and sends the checklist when it is done.

  Background:
    Given Olga is an operator at Acme
    And Sara is a supervisor at Acme

  @WO-010 @blocker @e2e @requires.database @requires.mail @requires.queue
  Scenario: A vendor accepts the work by the link of the mail
    Given Ada is an administrator at Acme
    And Olga has the order "Repair of the crane" with the vendor Vik, which is approved
    Then the link shows Vik what is to be done, and nothing of who decided it
    When Vik accepts the work
    Then the order is in_progress, with the time of its start
    And the history of the order is
      | from      | to          | by   | words |
      |           | draft       | Olga |       |
      | draft     | submitted   | Olga |       |
      | submitted | approved    | Ada  |       |
      | approved  | in_progress | Vik  |       |

  @WO-011 @critical @e2e @requires.database @requires.mail @requires.queue
  Scenario: A vendor who declines says why
    Given Olga has the order "Repair of the crane" with the vendor Vik, which is approved
    When Vik tries to decline the work without a reason
    Then he is refused as incomplete, since reason is required
    And nothing about the order has changed
    When Vik declines the work with the words "We have no crane driver"
    Then the order is cancelled and declined, with the reason "We have no crane driver"
    When Vik tries to accept the work
    Then he is refused as too late, since the link is not valid any more

  @WO-012 @critical @e2e @requires.database @requires.mail @requires.queue
  Scenario: The checklist comes after the acceptance, and once
    Given Olga has the order "Repair of the crane" with the vendor Vik and the checklist "Pressure (number, required, 1 to 5), Colour (text)", which is approved
    When Vik tries to send the checklist "Pressure 3"
    Then he is refused, since from approved it can only become in_progress and cancelled
    And nothing about the order has changed
    When Vik accepts the work
    And Vik sends the checklist "Pressure 3, Colour red"
    Then the order is completed
    When Vik tries to send the checklist "Pressure 4" once more
    Then he is refused, since from completed it can only become closed and in_progress
    And nothing about the order has changed

  @WO-012 @critical @integration @requires.database @requires.mail @requires.queue
  Scenario Outline: What is done is neither accepted nor declined any more
    Given Olga has the order "Repair of the crane" with the vendor Vik, which is <state>
    When Vik tries to <verb> the work
    Then he is refused, since from <state> it can only become <possible>
    And nothing about the order has changed

    Examples: begun, done and closed
      | state       | verb    | possible                |
      | in_progress | accept  | completed and cancelled |
      | completed   | accept  | closed and in_progress  |
      | completed   | decline | closed and in_progress  |
      | closed      | accept  | nothing                 |
      | closed      | decline | nothing                 |

  @WO-012 @critical @integration @requires.database @requires.mail @requires.queue
  Scenario: A checklist that lacks what is required changes nothing
    Given Olga has the order "Repair of the crane" with the vendor Vik and the checklist "Pressure (number, required), Safe (yes or no, required)", which is approved
    And Vik accepts the work
    When Vik tries to send the checklist "Pressure 3"
    Then he is told that Safe of the order is to be answered first
    And nothing about the order has changed

  @WO-009 @normal @integration @requires.database @requires.mail @requires.queue
  Scenario: A vendor's number outside its range is marked, too
    Given Olga has the order "Repair of the crane" with the vendor Vik and the checklist "Pressure (number, 1 to 5)", which is approved
    And Vik accepts the work
    When Vik sends the checklist "Pressure 7"
    Then the checklist of the order reads
      | item     | answer | marked | by  |
      | Pressure | 7      | yes    | Vik |
    And Sara got exactly 1 notification "Out of range: Repair of the crane"
    And Sara got exactly 1 notification "Completed: Repair of the crane"

  @WO-010 @critical @concurrency @requires.database @requires.mail @requires.queue
  Scenario: Of two who follow one link at the same moment one accepts
    Given Olga has the order "Repair of the crane" with the vendor Vik, which is approved
    When the link of Vik is followed 2 times at the same moment to accept the work
    Then exactly 1 of them is accepted
    And the other 1 is refused as impossible in its present state
    And the order is in_progress, with the time of its start

  @WO-019 @blocker @security @requires.database @requires.mail @requires.queue
  Scenario: A link that the platform never made opens nothing
    Given Olga has the order "Repair of the crane" with the vendor Vik, which is approved
    When Vik tries everything with a link that the platform never made
    Then all of it is refused as unknown
    And nothing about the order has changed

  @WO-019 @blocker @security @requires.database @requires.mail @requires.queue
  Scenario: A vendor who is mailed anew has another link, and the first opens nothing any more
    Given Olga has the order "Repair of the crane" with the vendor Vik, which is approved
    When Sara mails the vendor of the order anew
    And Vik has got another link
    And Vik tries everything with the link of the first mail
    Then all of it is refused as too late, since the link is not valid any more
    And nothing about the order has changed
    When Vik accepts the work
    Then the order is in_progress
    And Vik got exactly 2 mails, each with a link of its own

  @WO-019 @blocker @security @requires.database @requires.mail @requires.queue
  Scenario: The link to a cancelled order opens nothing any more
    Given Olga has the order "Repair of the crane" with the vendor Vik, which is approved
    When Sara cancels the order with the words "Sold"
    And Vik tries everything with the link
    Then all of it is refused as too late, since the link is not valid any more
    And nothing about the order has changed

  @WO-019 @critical @security @requires.database @requires.mail @requires.queue
  Scenario: A link opens no other order
    Given Olga has the order "Paint for the gate" with the vendor Viv and the checklist "Thickness (number)", which is in_progress
    And Olga has the order "Repair of the crane" with the vendor Vik and the checklist "Pressure (number)", which is in_progress
    Then the link shows Vik what is to be done, and nothing of who decided it
    When Vik tries to send a checklist with an answer to a line of the order "Paint for the gate"
    Then he is refused as incomplete, since answers.0.item_id is not known
    And nothing about the order "Repair of the crane" has changed
    And the order "Paint for the gate" is still in_progress

  @WO-019 @critical @security @requires.database @requires.mail @requires.queue
  Scenario: Another vendor takes the first one's link away
    Given Olga has the order "Repair of the crane" with the vendor Vik, which is approved
    When Sara changes the vendor of the order to "Viv"
    And Vik tries everything with the link
    Then all of it is refused as too late, since the link is not valid any more
    When Sara mails the vendor of the order anew
    And Viv accepts the work
    Then the order is in_progress

  @WO-020 @critical @security @requires.database @requires.mail @requires.queue @requires.clock
  Scenario: A link is good for 72 hours
    Given Olga has the order "Repair of the crane" with the vendor Vik, which is approved
    When 4319 minutes pass in which nobody does anything
    And Vik opens the link
    Then he succeeds
    When 61 seconds pass in which nobody does anything
    And Vik asks for everything by the link
    Then all of it is refused as too late, since the link is not valid any more

  @WO-019 @normal @integration @requires.database @requires.mail @requires.queue
  Scenario Outline: A vendor is mailed only about what is to be done
    Given Olga has the order "Repair of the crane" with the vendor Vik, which is <state>
    When Sara tries to mail the vendor of the order
    Then she is refused, since from <state> it can only become <possible>
    And nothing about the order has changed

    Examples: not yet, and not any more
      | state     | possible                      |
      | draft     | submitted and cancelled       |
      | submitted | approved, draft and cancelled |
      | completed | closed and in_progress        |
      | closed    | nothing                       |
      | cancelled | nothing                       |

  @WO-019 @normal @integration @requires.database
  Scenario: Where there is no vendor none is mailed
    Given Olga has the order "Repair of the crane", which is approved
    When Sara tries to mail the vendor of the order
    Then she is refused as incomplete, since vendor is required

  @WO-010 @normal @chaos @requires.database @requires.mail @requires.queue
  Scenario: A vendor's mail that is turned away is tried again
    Given mail to the vendor Vik will be turned away 2 times
    And Olga has the order "Repair of the crane" with the vendor Vik, which is approved
    When Vik accepts the work
    Then the order is in_progress

  @TEN-020 @critical @security @requires.database @requires.mail @requires.queue @requires.platform_key
  Scenario: A vendor's link is worth nothing while the tenant is suspended
    Given Olga has the order "Repair of the crane" with the vendor Vik, which is approved
    When Acme is suspended for the reason "Payment overdue"
    And Vik asks for everything by the link
    Then all of it is refused as suspended
    When Acme is activated again
    And Vik accepts the work
    Then the order is in_progress

  @TEN-022 @critical @integration @requires.database @requires.mail @requires.queue @requires.platform_key @requires.faults
  Scenario: No vendor is mailed for a suspended tenant
    Given Gleb is an operator at Globex
    And Olga has the order "Repair of the crane" with the vendor Vik, which is submitted
    And Gleb has the order "Wheel of the mill" with the vendor Viv, which is submitted
    When the worker is taken away
    And the administrators of both approve them
    And Acme is suspended for the reason "Payment overdue"
    And another worker comes
    Then Viv got exactly 1 mail, each with a link of its own
    And no mail came for Vik

  @WO-019 @critical @security @requires.database @requires.mail @requires.queue
  Scenario: What opens a link stands in no record
    Given the trail of Acme is followed from here on
    And Olga has the order "Repair of the crane" with the vendor Vik, which is approved
    When Vik accepts the work
    Then what opens the link of Vik is kept nowhere

  @AUD-002 @critical @security @requires.database @requires.mail @requires.queue
  Scenario: What a vendor does is told in the trail, and of no person
    Given Olga has the order "Repair of the crane" with the vendor Vik, which is approved
    And the trail of Acme is followed from here on
    When Vik accepts the work
    And Sara cancels the order with the words "Sold"
    Then since then the trail of Acme tells exactly
      | who    | kind          | deed              | of |
      | nobody | state changed | work_order.accept |    |
      | Sara   | state changed | work_order.cancel |    |

  @API-058 @critical @chaos @requires.database @requires.mail @requires.queue @requires.store_faults
  Scenario: Without Redis no vendor is mailed anew, and the first link stays good
    Given Olga has the order "Repair of the crane" with the vendor Vik, which is approved
    And Redis is away
    When Sara tries to mail the vendor of the order
    Then she is refused as unavailable
    And nothing about the order has changed
    When Redis comes back
    And Vik accepts the work
    Then the order is in_progress
