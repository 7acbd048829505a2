@analytics
Feature: Figures as files
  The figures of some days are downloaded as a table or as a document for programs.

  Background:
    Given Nadia has registered the tenant "Harbour North"

  @ANA-005 @ANA-006 @blocker @contract @requires.database
  Scenario: Both files hold each day of the range
    Given these calls were recorded at "Harbour North"
      | when       | who   | status | milliseconds |
      | 3 days ago | Nadia | 200    | 10, 20       |
      | yesterday  | Nadia | 500    | 7.3          |
    And these turns of language models were recorded at "Harbour North"
      | when      | who   | model    | prompt | completion |
      | yesterday | Nadia | standard | 12     | 30         |
    When Nadia downloads the figures from "3 days ago" to "yesterday" as csv and as json
    Then the table of "Harbour North" from "3 days ago" to "yesterday" has its header and exactly these lines
      | day        | calls | errors | people | mean | p95  | prompt | completion | total |
      | 3 days ago | 2     | 0      | 1      | 15.0 | 20.0 | 0      | 0          | 0     |
      | 2 days ago | 0     | 0      | 0      |      |      | 0      | 0          | 0     |
      | yesterday  | 1     | 1      | 1      | 7.3  | 7.3  | 12     | 30         | 42    |
    And the other file of "Harbour North" from "3 days ago" to "yesterday" has the same days, and their total

  @ANA-016 @critical @contract
  Scenario Outline: There are two forms of files, and no other
    When Nadia tries to download the figures as "<format>"
    Then she is refused as incomplete, since format is not allowed

    Examples: other forms, and one in capitals
      | format |
      | xlsx   |
      | html   |
      | CSV    |

  @ANA-017 @critical @integration
  Scenario: Ten tables a minute, and as many documents
    When Nadia downloads the figures as "csv" 10 times
    And Nadia tries to download the figures as "csv"
    Then she is refused as calling too often
    When Nadia tries to download the figures as "json"
    Then she succeeds
