@tenancy
Feature: Tenants come to be, and are suspended
  Whoever provides the platform makes tenants, suspends and activates them, with a key that nobody
  else has. Each tenant has a slug, which is its name in addresses.

  @TEN-001 @TEN-002 @blocker @integration @requires.platform_key
  Scenario: A tenant is active until it is suspended, and again when it is activated
    Given Nadia has registered the tenant "Harbour North"
    Then "Harbour North" is active, with neither date nor reason of a suspension
    When "Harbour North" is suspended for the reason "Payment overdue"
    Then "Harbour North" is suspended since that moment, for the reason "Payment overdue"
    When "Harbour North" is activated again
    Then "Harbour North" is active, with neither date nor reason of a suspension

  @TEN-023 @critical @integration @requires.platform_key
  Scenario: A suspended tenant cannot be suspended, nor an active one activated
    Given Nadia has registered the tenant "Harbour North"
    When the provider tries to activate "Harbour North"
    Then the provider is refused, since it is active and can only become suspended
    And "Harbour North" is active, with neither date nor reason of a suspension
    When "Harbour North" is suspended for the reason "Payment overdue"
    And the provider tries to suspend "Harbour North" for the reason "Another one"
    Then the provider is refused, since it is suspended and can only become active
    And "Harbour North" is suspended since that moment, for the reason "Payment overdue"

  @TEN-023 @normal @concurrency @requires.platform_key
  Scenario: Of eight suspensions at once one succeeds
    Given Nadia has registered the tenant "Harbour North"
    When the provider suspends "Harbour North" 8 times at the same moment
    Then exactly 1 of them is accepted
    And the other 7 are refused as impossible in its present state

  @TEN-001 @normal @integration @requires.platform_key
  Scenario: A suspension has a reason
    Given Nadia has registered the tenant "Harbour North"
    When the provider tries to suspend "Harbour North" for the reason ""
    Then the provider is refused as incomplete, since reason is too short
    And "Harbour North" is active, with neither date nor reason of a suspension

  @TEN-004 @critical @contract @requires.database @requires.platform_key
  Scenario Outline: A slug is made of small letters, digits and hyphens
    When Nadia tries to register a tenant under the slug "<slug>"
    Then Nadia has registered it
    When the provider tries to create a tenant under the slug "<other>"
    Then the provider succeeds

    Examples: the shortest, the longest, and all that they may be made of
      | slug                                               | other                                              |
      | a                                                  | 7                                                  |
      | -                                                  | --                                                 |
      | dock-4                                             | 4-docks                                            |
      | the-harbour-north-of-the-river-with-the-lighthouse | the-harbour-south-of-the-river-with-2-lighthouses- |

  @TEN-004 @critical @contract @requires.platform_key
  Scenario Outline: What is no slug is refused
    When Nadia tries to register a tenant under the slug "<slug>"
    Then Nadia's registration is refused as incomplete, since tenant_slug is <fault>
    When the provider tries to create a tenant under the slug "<slug>"
    Then the provider is refused as incomplete, since slug is <fault>
    And there is no tenant with the slug "<slug>"

    Examples: the first that is too long, and each sign that it may not have
      | slug                                                | fault     |
      |                                                     | too short |
      | the-harbour-north-of-the-river-with-the-lighthouse2 | too long  |
      | Dock-4                                              | malformed |
      | dock 4                                              | malformed |
      | dock_4                                              | malformed |
      | dock.4                                              | malformed |
      | döck-4                                              | malformed |

  @TEN-005 @critical @integration @requires.database @requires.platform_key
  Scenario: A slug that is taken is nobody else's
    Given Nadia has registered the tenant "Harbour North"
    And what "Harbour North" has is noted
    When Nora tries to register a tenant under the slug of "Harbour North"
    Then Nora's registration is refused as already used
    When the provider tries to create a tenant under the slug of "Harbour North"
    Then the provider is refused as already used
    And what "Harbour North" has is as it was

  @TEN-005 @normal @concurrency @requires.platform_key
  Scenario: Of eight tenants that are created under one slug at once there is one
    When the provider creates 8 tenants under one slug at the same moment
    Then exactly 1 of them is accepted
    And the other 7 are refused as already used

  @TEN-019 @blocker @security @requires.database @requires.platform_key
  Scenario Outline: What is above tenants needs the platform's key
    Given Priya runs missions at Acme
    And Ada is an administrator at Acme
    And what Acme has is noted
    When <somebody> tries everything that is above tenants on Acme
    Then all of it is refused as not signed in
    And what Acme has is as it was

    Examples: everybody else, whoever it is
      | somebody                                  |
      | somebody without the platform's key       |
      | somebody with a wrong platform's key      |
      | Priya                                     |
      | Ada                                       |
