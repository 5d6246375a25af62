import type {
  AnyBlock,
  ImageElement,
  InputBlock,
  KnownBlock,
  PlainTextElement,
  RichTextBlock,
} from "@slack/types";

const plain = (text: string): PlainTextElement => ({ type: "plain_text", text });
const mrkdwn = (text: string) => ({ type: "mrkdwn" as const, text });
const option = (value: string) => ({ text: plain(value), value });
const options = [option("a"), option("b")];
const confirm = {
  title: plain("Sure?"),
  text: plain("It stays."),
  confirm: plain("Yes"),
  deny: plain("No"),
};
const image: ImageElement = { type: "image", image_url: "https://example.org/i.png", alt_text: "A map" };
const rich: RichTextBlock = {
  type: "rich_text",
  elements: [
    {
      type: "rich_text_section",
      elements: [
        { type: "text", text: "Bold", style: { bold: true } },
        { type: "link", url: "https://example.org/", text: "link" },
        { type: "emoji", name: "wave" },
        { type: "user", user_id: "U0ASKER" },
        { type: "channel", channel_id: "C0GENERAL" },
        { type: "date", timestamp: 1, format: "{date}", fallback: "1970" },
      ],
    },
    {
      type: "rich_text_list",
      style: "bullet",
      indent: 0,
      elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "One" }] }],
    },
    { type: "rich_text_quote", elements: [{ type: "text", text: "Quote" }], border: 1 },
    { type: "rich_text_preformatted", elements: [{ type: "text", text: "code" }] },
  ],
};

/** Blocks for messages, among them one of every kind, with every field that has a limit. */
export const everyBlock: readonly AnyBlock[] = (
  [
    {
      type: "actions",
      block_id: "actions",
      elements: [
        {
          type: "button",
          text: plain("Go"),
          action_id: "go",
          value: "v",
          url: "https://example.org/",
          style: "primary",
          confirm,
          accessibility_label: "Go on",
        },
        {
          type: "static_select",
          action_id: "one",
          placeholder: plain("Which"),
          option_groups: [{ label: plain("Some"), options }],
        },
        { type: "static_select", action_id: "two", options, initial_option: option("a") },
        {
          type: "overflow",
          action_id: "more",
          options: [{ ...option("a"), url: "https://example.org/", description: plain("Opens") }],
        },
        { type: "checkboxes", action_id: "check", options },
        { type: "radio_buttons", action_id: "radio", options },
        { type: "datepicker", action_id: "date", initial_date: "2026-01-02" },
        { type: "users_select", action_id: "who" },
      ],
    },
    { type: "alert", text: mrkdwn("Careful"), level: "warning" },
    {
      type: "carousel",
      elements: [
        {
          type: "card",
          hero_image: image,
          title: mrkdwn("T"),
          subtitle: mrkdwn("S"),
          body: mrkdwn("B"),
          actions: [{ type: "button", text: plain("Go"), action_id: "card" }],
        },
      ],
    },
    { type: "container", title: plain("T"), subtitle: plain("S"), child_blocks: [{ type: "divider" }] },
    { type: "context", elements: [mrkdwn("x"), plain("y"), image] },
    {
      type: "context_actions",
      elements: [
        {
          type: "feedback_buttons",
          action_id: "feedback",
          positive_button: { text: plain("Good"), value: "1", accessibility_label: "Good" },
          negative_button: { text: plain("Bad"), value: "0" },
        },
        {
          type: "icon_button",
          icon: "trash",
          text: plain("Delete"),
          action_id: "delete",
          visible_to_user_ids: ["U0ASKER"],
        },
      ],
    },
    {
      type: "data_table",
      caption: "Numbers",
      page_size: 10,
      rows: [
        [{ type: "raw_text", text: "Year" }, rich],
        [
          { type: "raw_number", value: 2018, text: "2018" },
          { type: "raw_text", text: "x" },
        ],
      ],
    },
    { type: "divider" },
    { type: "file", external_id: "f", source: "remote" },
    { type: "header", text: plain("Heading") },
    { type: "image", image_url: "https://example.org/i.png", alt_text: "A map", title: plain("Map") },
    { type: "markdown", text: "**x**" },
    rich,
    { type: "section", text: mrkdwn("x"), fields: [mrkdwn("y"), plain("z")], accessory: image },
    { type: "table", rows: [[{ type: "raw_text", text: "x" }, rich]] },
    {
      type: "plan",
      title: "Plan",
      tasks: [{ type: "task_card", task_id: "t", title: "T", status: "complete" }],
    },
    {
      type: "task_card",
      task_id: "t",
      title: "T",
      status: "pending",
      details: rich,
      sources: [{ type: "url", url: "https://example.org/", text: "Source" }],
    },
    {
      type: "video",
      video_url: "https://example.org/v",
      thumbnail_url: "https://example.org/t.png",
      alt_text: "A film",
      title: plain("Film"),
      title_url: "https://example.org/",
      author_name: "A",
      description: plain("D"),
      provider_name: "P",
    },
  ] satisfies KnownBlock[] as AnyBlock[]
).concat([
  // Fields and a block that the docs name and @slack/types does not know yet.
  { type: "card", subtext: mrkdwn("Small") } as AnyBlock,
  {
    type: "data_visualization",
    title: "Pie",
    chart: { type: "pie", segments: [{ label: "a", value: 1 }] },
  } as AnyBlock,
  {
    type: "data_visualization",
    title: "Lines",
    chart: {
      type: "line",
      series: [{ name: "s", data: [{ label: "a", value: 1 }] }],
      axis_config: { categories: ["a"], x_label: "x", y_label: "y" },
    },
  } as AnyBlock,
]);

const input = (element: InputBlock["element"]): InputBlock => ({
  type: "input",
  label: plain("Label"),
  hint: plain("Hint"),
  optional: true,
  element,
});

/** Input blocks with one of every element only forms have. */
export const inputs: readonly InputBlock[] = [
  input({ type: "plain_text_input", action_id: "text", multiline: true, min_length: 0, max_length: 3000 }),
  input({ type: "email_text_input", action_id: "email" }),
  input({ type: "url_text_input", action_id: "url" }),
  input({ type: "number_input", action_id: "number", is_decimal_allowed: false, min_value: "1" }),
  input({ type: "rich_text_input", action_id: "rich" }),
  input({ type: "file_input", action_id: "file", max_files: 2, filetypes: ["pdf"] }),
  input({ type: "multi_static_select", action_id: "multi", options, max_selected_items: 2 }),
  input({ type: "conversations_select", action_id: "where", default_to_current_conversation: true }),
  input({ type: "external_select", action_id: "search", min_query_length: 2 }),
  input({ type: "timepicker", action_id: "time", initial_time: "09:00", timezone: "Asia/Seoul" }),
  input({ type: "datetimepicker", action_id: "moment" }),
];
