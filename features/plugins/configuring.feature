@plugins
Feature: Plugins are configured and switched on
  A tenant's administrators configure what the platform offers besides, and switch it on and off. A
  configuration outlives being switched off.

  Background:
    Given Ada is an administrator at Acme

  @PLG-003 @PLG-005 @critical @contract @requires.database
  Scenario: Three plugins are offered from the start, and each says what it needs
    Then Ada finds these plugins, and no other
      | plugin           | title                   | version | needs              | takes                           | on | configured |
      | analytics-export | Daily figures by mail   | 1.0.0   | format, recipients | hour                            | no | no         |
      | chat-webhook     | Notifications in a chat | 1.0.0   | webhook_url        | channel, kinds, signing_secret  | no | no         |
      | email-branding   | Mail in the own name    | 1.0.0   | from_address       | from_name, subject_prefix       | no | no         |

  @PLG-001 @PLG-005 @blocker @e2e @requires.database @requires.webhook
  Scenario Outline: A plugin is switched on and off, and keeps its configuration
    When Ada switches on <plugin>
    Then for Ada <plugin> is on
    When Ada switches off <plugin>
    Then for Ada <plugin> is off, and configured
    And <plugin> of Ada is configured as was sent
    When Ada switches on <plugin> as it was configured
    Then for Ada <plugin> is on

    Examples: each that is offered
      | plugin            |
      | the chat webhook  |
      | the mail branding |
      | the daily figures |

  @PLG-002 @blocker @e2e @requires.database
  Scenario: A configuration is stored, changed and removed
    When Ada configures the mail branding with
      | field        | value               |
      | from_address | hello@acme.example  |
      | from_name    | Acme                |
    And Ada changes of the mail branding
      | field     | value          |
      | from_name | The dock hands |
    Then the mail branding of Ada is configured with exactly
      | field        | value              |
      | from_address | hello@acme.example |
      | from_name    | The dock hands     |
    When Ada removes the configuration of the mail branding
    Then she succeeds
    And for Ada the mail branding is off, and not configured
    When Ada tries to read the configuration of the mail branding
    Then she is refused as unknown

  @PLG-002 @critical @integration @requires.database
  Scenario: What is stored anew replaces all, and what is changed to nothing goes
    Given Ada has configured the mail branding with
      | field          | value              |
      | from_address   | hello@acme.example |
      | from_name      | Acme               |
      | subject_prefix | [Acme]             |
    When Ada changes of the mail branding
      | field     | value     |
      | from_name | (nothing) |
    Then the mail branding of Ada is configured with exactly
      | field          | value              |
      | from_address   | hello@acme.example |
      | subject_prefix | [Acme]             |
    When Ada configures the mail branding with
      | field        | value             |
      | from_address | dock@acme.example |
    Then the mail branding of Ada is configured with exactly
      | field        | value             |
      | from_address | dock@acme.example |

  @PLG-002 @normal @integration @requires.database
  Scenario: What was never configured cannot be changed, read or removed
    When Ada tries to change of the mail branding
      | field     | value |
      | from_name | Acme  |
    Then she is refused as unknown
    When Ada tries to remove the configuration of the mail branding
    Then she is refused as unknown
    And for Ada the mail branding is off, and not configured

  @PLG-004 @critical @chaos @requires.database @requires.restart @requires.faults
  Scenario: A plugin that is on stays on
    Given Ada has switched on the mail branding
    And it is noted how the plugins of Acme stand
    When the platform is restarted
    And Ada signs in
    Then for Ada the mail branding is on
    And the plugins of Acme stand as noted

  @PLG-006 @critical @integration @requires.database
  Scenario: Switching on what is on, and off what is off, changes nothing
    Given it is noted how the plugins of Acme stand
    When Ada switches off the mail branding
    Then the plugins of Acme stand as noted
    Given Ada has switched on the mail branding
    And it is noted how the plugins of Acme stand
    When Ada switches on the mail branding as it was configured
    Then she succeeds
    And the plugins of Acme stand as noted

  @PLG-006 @normal @integration @requires.database
  Scenario: Switching off what was switched off changes nothing
    Given Ada has switched on the mail branding
    And Ada has switched off the mail branding
    And it is noted how the plugins of Acme stand
    When Ada switches off the mail branding
    Then the plugins of Acme stand as noted

  @PLG-010 @critical @contract @requires.database
  Scenario Outline: Nothing is switched on that lacks what it needs
    When Ada tries to switch on <plugin> without configuring it
    Then she is refused as incomplete, since <field> is required
    And for Ada <plugin> is off, and not configured

    Examples: what each needs first of all
      | plugin            | field               |
      | the chat webhook  | config.webhook_url  |
      | the mail branding | config.from_address |

  @PLG-011 @critical @contract @requires.database
  Scenario: All that is wrong with a configuration is told at once, and nothing of it stays
    Given Ada has configured the daily figures with
      | field      | value           |
      | format     | csv             |
      | recipients | ada@acme.example |
    And it is noted how the plugins of Acme stand
    When Ada tries to configure the daily figures with
      | field      | value                                    |
      | format     | xlsx                                     |
      | recipients | ada@acme.example, nobody, ADA@acme.example |
      | hour       | 24                                       |
      | colour     | red                                      |
    Then she is refused for exactly these faults
      | field               | fault          |
      | config.format       | not allowed    |
      | config.recipients.1 | malformed      |
      | config.recipients.2 | not allowed    |
      | config.hour         | out of range   |
      | config.colour       | no field of it |
    And the plugins of Acme stand as noted

  @PLG-011 @critical @contract @requires.database
  Scenario Outline: Each field of a configuration has its bounds
    Given it is noted how the plugins of Acme stand
    When Ada tries to switch on <plugin> with
      | field   | value     |
      | <needs> | <good>    |
      | <field> | <value>   |
    Then she is refused as incomplete, since config.<place> is <fault>
    And the published rules of <plugin> say the same of it for Ada
    And the plugins of Acme stand as noted

    Examples: one step beyond what may be
      | plugin            | needs        | good                  | field          | value                                      | place          | fault             |
      | the mail branding | from_address | hello@acme.example    | subject_prefix | 41 signs are more than a subject can bear | subject_prefix | too long          |
      | the mail branding | from_address | hello@acme.example    | from_name      |                                            | from_name      | too short         |
      | the chat webhook  | webhook_url  | http://127.0.0.1/hook | signing_secret | fifteen-signs-x                            | signing_secret | too short         |
      | the chat webhook  | webhook_url  | http://127.0.0.1/hook | kinds          | ticket.assigned, ticket.lost               | kinds.1        | not allowed       |
      | the chat webhook  | webhook_url  | http://127.0.0.1/hook | kinds          |                                            | kinds          | too short         |
      | the chat webhook  | webhook_url  | http://127.0.0.1/hook | kinds          | just one                                   | kinds          | of the wrong kind |
      | the chat webhook  | webhook_url  | http://127.0.0.1/hook | channel        |                                            | channel        | too short         |
      | the mail branding | from_address | hello@acme.example    | reply_to       | dock@acme.example                          | reply_to       | no field of it    |

  @PLG-011 @normal @contract @requires.database
  Scenario Outline: What is just within the bounds is taken
    When Ada tries to switch on <plugin> with
      | field   | value     |
      | <needs> | <good>    |
      | <field> | <value>   |
    Then she succeeds
    And the published rules of <plugin> say the same of it for Ada

    Examples: the last that may be
      | plugin            | needs        | good                  | field          | value                                     |
      | the mail branding | from_address | hello@acme.example    | subject_prefix | 40 signs are all that a subject can bear |
      | the mail branding | from_address | hello@acme.example    | subject_prefix |                                           |
      | the chat webhook  | webhook_url  | http://127.0.0.1/hook | signing_secret | sixteen-signs-xx                          |
      | the chat webhook  | webhook_url  | http://127.0.0.1/hook | kinds          | ticket.assigned                           |
      | the chat webhook  | webhook_url  | http://127.0.0.1/hook | channel        | x                                         |

  @PLG-012 @critical @integration @requires.database
  Scenario: What is not offered can be neither looked at nor switched on nor configured
    When Ada tries to switch on and off the fax machine, and to read, store, change and remove its configuration
    Then all of it is refused as unknown
    When Ada tries to look at the fax machine
    Then she is refused as unknown

  @PLG-013 @critical @integration @requires.database
  Scenario: The configuration of what is on cannot be removed
    Given Ada has switched on the mail branding
    And it is noted how the plugins of Acme stand
    When Ada tries to remove the configuration of the mail branding
    Then she is refused as impossible in its present state
    And the plugins of Acme stand as noted
    When Ada switches off the mail branding
    And Ada removes the configuration of the mail branding
    Then she succeeds
    And for Ada the mail branding is off, and not configured

  @PLG-016 @blocker @security @requires.database
  Scenario Outline: Who is no administrator sees which plugins are on, and touches none
    Given Ada has switched on the mail branding
    And it is noted how the plugins of Acme stand
    And Toni is <role> at Acme
    When Toni tries to switch on and off the mail branding, and to read, store, change and remove its configuration
    Then all of it is refused as not allowed
    And the plugins of Acme stand as noted
    And for Toni the mail branding is on

    Examples: every role but administrators
      | role          |
      | a supervisor  |
      | an operator   |
      | a worker      |
      | a salesperson |
      | a verifier    |
      | a viewer      |

  @PLG-018 @critical @concurrency @requires.database
  Scenario: Of two changes of a configuration from the same version one is made
    Given Ada has configured the mail branding
    When from version 1 Ada changes of the mail branding each of these at the same moment
      | field          | value  |
      | subject_prefix | [Acme] |
      | from_name      | Dock   |
    Then exactly 1 of them is accepted
    And the other one is refused as outdated, since there is version 2 now
    And the mail branding of Ada is as the one who was accepted left it

  @PLG-018 @normal @integration @requires.database
  Scenario: A change from a version that is past is refused, and one that changes nothing makes no other
    Given Ada has configured the mail branding with
      | field        | value              |
      | from_address | hello@acme.example |
    When Ada changes of the mail branding
      | field        | value              |
      | from_address | hello@acme.example |
    Then the mail branding of Ada is at version 1
    When Ada changes of the mail branding
      | field     | value |
      | from_name | Dock  |
    And Ada tries to change of the mail branding, from version 1
      | field     | value |
      | from_name | Pier  |
    Then she is refused as outdated, since there is version 2 now

  @PLG-017 @blocker @security @requires.database
  Scenario: What one tenant configures is nothing of another's
    Given Gita is an administrator at Globex
    And it is noted how the plugins of Globex stand
    When Ada switches on the mail branding
    Then the plugins of Globex stand as noted
    And for Gita the mail branding is off, and not configured
    Given Gita has switched on the mail branding
    And it is noted how the plugins of Globex stand
    When Ada switches off the mail branding
    And Ada removes the configuration of the mail branding
    Then the plugins of Globex stand as noted
