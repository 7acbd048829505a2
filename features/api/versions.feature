@api
Feature: Two change the same record
  Whoever changes a record says which version of it was seen. What has changed meanwhile is not
  overwritten: the one who comes second is told, and can look again.

  Background:
    Given Ada is an administrator at Acme
    And Abel is an administrator at Acme

  @API-053 @critical @concurrency @requires.database
  Scenario Outline: Of two changes at the same moment one is made, and the other one is told
    Given Ada has added the <record> "North Pier"
    When Ada and Abel rename it from version 1 at the same moment
    Then exactly 1 of them is accepted
    And the other one is refused as outdated, since there is version 2 now
    And Ada reads what the first of them left

    Examples: records of several areas
      | record |
      | site   |
      | ticket |
      | task   |
      | client |
      | deal   |

  @API-053 @critical @integration @requires.database
  Scenario Outline: Whoever has seen an older version changes nothing
    Given Ada has added the <record> "North Pier"
    When Ada renames it from version 1
    Then she succeeds
    When Abel tries to rename it from version 1
    Then he is refused as outdated, since there is version 2 now
    And Abel reads what the first of them left

    Examples: records of several areas
      | record |
      | site   |
      | ticket |
      | task   |
      | client |
      | deal   |
