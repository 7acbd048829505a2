@attendance
Feature: Coming to a site
  Whoever works at a site says so at its gate. The record that follows holds all that was sent, and
  waits for a reviewer.

  @ATT-004 @critical @integration @requires.database
  Scenario: A check-in can be read back as it was sent
    Given Acme has the gate "North Gate"
    And Ravi works at Acme
    When Ravi checks in at "North Gate", saying when, how and by which device he came
    Then he can read back what was sent with the check-in
