import { describeKills } from "./kills.ts";

describeKills("discord");
