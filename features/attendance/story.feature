@attendance
Feature: A doubtful arrival, from its notice to its end
  What looks odd is seen at once by those who look after it. They have it looked into, say what it was,
  and the trail tells who did what.

  Background:
    Given Acme has the gate "North Gate"
    And Ravi and Mina work at Acme

  @smoke @ATT-003 @ATT-030 @TKT-001 @AUD-002 @blocker @e2e @requires.database
  Scenario: A telephone that two people use is noticed, looked into and settled
    Given Vera, a supervisor at Acme, watches the tenant
    And Mina has checked in at "North Gate"
    And the trail of Acme is followed from here on
    When Ravi checks in at "North Gate" with Mina's device
    Then Vera sees at once that there is an alert
    When Vera reports the ticket "Ravi came with Mina's telephone"
    And Vera takes the ticket
    And Vera resolves the ticket, saying "His own is being repaired."
    And Vera says that the alert about Ravi is taken for harmless, since "His own is being repaired."
    Then since then the trail of Acme tells exactly
      | who  | kind          | deed                     | of |
      | Ravi | created       | attendance_record.create |    |
      | Ravi | created       | fraud_alert.create       |    |
      | Ravi | created       | notification.create      |    |
      | Vera | created       | ticket.create            |    |
      | Vera | state changed | ticket.transition        |    |
      | Vera | state changed | ticket.transition        |    |
      | Vera | state changed | fraud_alert.transition   |    |
