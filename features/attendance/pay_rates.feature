@attendance
Feature: What work is paid
  Everybody who works at sites knows the own pay rates. Supervisors and administrators know
  everybody's; for others a colleague's do not exist.

  Background:
    Given Ravi is a worker at Acme
    And Sara is a supervisor at Acme

  @ATT-037 @critical @integration @requires.database
  Scenario Outline: Pay rates are read by who has them and by who leads
    Given Toni is <role> at Acme
    When Toni asks for the pay rates of <whom>
    Then she is told the pay rates of <whom>
      | what     | rate  |
      | currency | SGD   |
      | base     | 10.00 |
      | overtime | 1.50  |
      | night    | 1.20  |
      | weekend  | 1.50  |
      | holiday  | 2.00  |

    Examples: the own, and those of somebody else
      | role             | whom |
      | a worker         | Toni |
      | an operator      | Toni |
      | a supervisor     | Toni |
      | a supervisor     | Ravi |
      | an administrator | Sara |

  @ATT-037 @blocker @security @requires.database
  Scenario Outline: For others a colleague's pay rates do not exist
    Given Toni is <role> at <tenant>
    When Toni asks for the pay rates of <whom>
    Then she is refused as unknown

    Examples: colleagues, and supervisors of another tenant
      | role         | tenant | whom |
      | a worker     | Acme   | Ravi |
      | an operator  | Acme   | Ravi |
      | a worker     | Acme   | Sara |
      | a supervisor | Globex | Ravi |
