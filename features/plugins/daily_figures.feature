@plugins
Feature: Yesterday's figures by mail
  Where the daily figures are on, each recipient gets one mail a day at the hour that was chosen, in
  universal time: the figures of the day before as text, and a file of them.

  Background:
    Given it becomes 12:00 UTC
    And Nadia has registered the tenant "Harbour North"
    And these calls were recorded at "Harbour North"
      | when           | who   | status | milliseconds |
      | today at 11:00 | Nadia | 200    | 10, 20, 30   |
      | today at 11:01 | Nadia | 404    | 60000        |
    And these turns of language models were recorded at "Harbour North"
      | when  | who   | model    | prompt | completion |
      | today | Nadia | standard | 12     | 30         |

  @PLG-009 @blocker @e2e @requires.database @requires.queue @requires.mail @requires.clock
  Scenario: Each recipient gets one mail at the hour that was chosen, by itself
    Given Nadia has switched on the daily figures for two recipients at 3 o'clock, as "csv"
    When it becomes 02:00 UTC
    And the platform looks twice at once who wants the daily figures
    Then no recipient of the daily figures has got a mail
    When it becomes 03:00 UTC
    Then each recipient gets one mail of the figures of "that day" at "Harbour North"
      | figure          | value   |
      | Calls           | 5       |
      | Errors          | 1       |
      | Unique people   | 1       |
      | P95 response ms | 60000.0 |
      | Total tokens    | 42      |

  @PLG-009 @critical @integration @requires.database @requires.queue @requires.mail @requires.clock
  Scenario: No recipient gets a second mail of the same day
    Given Nadia has switched on the daily figures for two recipients at 3 o'clock, as "json"
    When it becomes 03:00 UTC
    Then each recipient gets one mail of the figures of "that day" at "Harbour North"
      | figure | value |
      | Calls  | 5     |
    When the platform looks twice at once who wants the daily figures
    Then each recipient has got 1 mail of the daily figures

  @PLG-009 @normal @integration @requires.database @requires.queue @requires.mail @requires.clock
  Scenario: Nobody gets figures once they are switched off
    Given Nadia has switched on the daily figures for two recipients at 3 o'clock, as "json"
    And Nadia has switched off the daily figures
    When it becomes 03:00 UTC
    And the platform looks twice at once who wants the daily figures
    Then no recipient of the daily figures has got a mail
