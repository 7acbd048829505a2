@attendance
Feature: From where on suspicion alerts, and blocks
  What is odd adds up to a score. From half of all that can be on supervisors are alerted, and from
  four fifths on nobody is let in.

  Background:
    Given Acme has the gate "North Gate"
    And Ravi works at Acme

  @ATT-024 @ATT-026 @critical @security @requires.database @requires.clock
  Scenario: Just not enough for an alert
    Given at Acme it is Wednesday, 18:00
    And Ravi was at "North Gate" and has left
    And Ravi has been allowed to check in from elsewhere at "North Gate"
    And at Acme it is Wednesday, 21:59
    When Ravi tries to check in 150 metres north of "North Gate" with the device "phone-2", accurate to 90 metres, as was allowed
    Then he succeeds
    And Ravi's record has the fraud score 0.46, which is medium
    And no alert is raised at Acme

  @ATT-024 @ATT-026 @critical @security @requires.database @requires.clock
  Scenario: Just enough for an alert, of which no mail is sent
    Given Vera is a supervisor at Acme
    And at Acme it is Wednesday, 18:00
    And Ravi was at "North Gate" and has left
    And Ravi has been allowed to check in from elsewhere at "North Gate"
    And at Acme it is Wednesday, 22:00
    When Ravi tries to check in 150 metres north of "North Gate" with the device "phone-2", accurate to 90 metres, as was allowed
    Then Ravi's record has the fraud score 0.5, which is medium
    And a medium alert is raised of Ravi's record: GPS spoofing
    And Vera is notified of "Fraud alert: gps spoofing", and no mail is sent

  @ATT-024 @critical @security @requires.database @requires.clock
  Scenario Outline: Where suspicion begins
    Given at Acme it is Wednesday, 18:00
    And Ravi was at "North Gate" and has left
    And at Acme it is <moment>
    When Ravi checks in at "North Gate"
    Then Ravi's record has the fraud score <score>, which is <level>
    And no alert is raised at Acme

    Examples: a short rest alone, and at night
      | moment           | score | level   |
      | Wednesday, 21:59 | 0.16  | minimal |
      | Wednesday, 22:00 | 0.2   | low     |

  @ATT-024 @ATT-026 @critical @security @requires.database @requires.clock
  Scenario Outline: From half on a check-in alerts, and counts all the same
    Given Mina works at Acme
    And at Acme it is <moment>
    And Ravi has been allowed to check in from elsewhere at "North Gate"
    And Mina is in at "North Gate" with the device "shared-phone"
    When Ravi tries to check in 500 metres north of "North Gate" with the device "shared-phone", accurate to <accuracy> metres, as was allowed
    Then he succeeds
    And Ravi's record has the fraud score <score>, which is <level>
    And a <severity> alert is raised of Ravi's record: <alert>

    Examples: below, and above by what is odd about the time
      | moment           | accuracy | score | level  | severity | alert          |
      | Wednesday, 10:00 | 10       | 0.42  | medium | medium   | device sharing |
      | Wednesday, 10:00 | 101      | 0.48  | medium | medium   | device sharing |
      | Wednesday, 23:00 | 10       | 0.52  | medium | medium   | device sharing |
      | Wednesday, 23:00 | 101      | 0.58  | medium | medium   | GPS spoofing   |

  @ATT-025 @ATT-026 @blocker @security @requires.database @requires.clock @requires.mail
  Scenario: What is just not enough to be blocked counts, and alerts by mail
    Given at Acme it is Wednesday, 10:00
    And Mina works at Acme
    And Vera is a supervisor at Acme
    And Ravi, who is used to come to "North Gate" with 2 phones, is allowed in beside a far gate, where Mina lends him hers
    When Ravi tries to check in there with her phone, whose accuracy jumps
    Then he succeeds
    And Ravi's record has the fraud score 0.78, which is high
    And a high alert is raised of Ravi's record: GPS spoofing
    And Vera is notified of "Fraud alert: gps spoofing"
    And Vera is sent one mail, "Fraud alert: gps spoofing"

  @ATT-025 @blocker @security @requires.database @requires.clock
  Scenario: What is just enough is blocked, and nothing of it is kept but the alert
    Given at Acme it is Wednesday, 10:00
    And Mina works at Acme
    And Ravi, who is used to come to "North Gate" with 3 phones, is allowed in beside a far gate, where Mina lends him hers
    When Ravi tries to check in there with her phone, whose accuracy jumps
    Then he is blocked as fraud
    And Ravi has 30 records
    And a critical alert is raised of Ravi, without a record: device sharing

  @ATT-025 @critical @security @requires.database @requires.clock @requires.mail
  Scenario: Of what is blocked supervisors and administrators are told, by mail too
    Given at Acme it is Wednesday, 10:00
    And Mina works at Acme
    And Vera is a supervisor at Acme
    And Ada is an administrator at Acme
    And Ravi, who is used to come to "North Gate" with 3 phones, is allowed in beside a far gate, where Mina lends him hers
    When Ravi tries to check in there with her phone, whose accuracy jumps
    Then Vera is notified of "Fraud alert: device sharing"
    And Vera is sent one mail, "Fraud alert: device sharing"
    And Ada is notified of "A check-in was blocked"
    And Ada is sent one mail, "A check-in was blocked"
